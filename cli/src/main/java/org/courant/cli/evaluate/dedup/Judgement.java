package org.courant.cli.evaluate.dedup;

/**
 * What a person who read both says of two papers of different ids.
 *
 * @param verdict the verdict
 * @param reason why, in a few words
 */
record Judgement(Verdict verdict, String reason) {
    /** Nobody has read them. */
    static final Judgement NONE = new Judgement(Verdict.UNJUDGED, "");

    /** Verdicts on a pair. */
    enum Verdict {
        /** A reader who has seen one announcement learns nothing new from the other. */
        SAME,
        /** Two works that were announced with the same text, so that only their ids can part them. */
        SAME_TEXT,
        /** They announce two works. */
        DIFFERENT,
        /** Nobody has read them: counts as different. */
        UNJUDGED
    }
}
