package org.courant.enrich.summarise;

/** What a sentence does for the reader. */
enum Role {
    /** The world before the work. */
    BACKGROUND,
    /** What was done; of a post, what is asked. */
    CONTRIBUTION,
    /** How. */
    METHOD,
    /** What came out. */
    RESULT,
    /** Why it matters. */
    SIGNIFICANCE
}
