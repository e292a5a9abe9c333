package org.courant.enrich.summarise.voice;

/** Who speaks in a source. */
public enum Narrator {
    /** "We" or "I" of a paper or an article. */
    AUTHOR("the author"),
    /** "I" of a post in a forum. */
    USER("the user"),
    /** "I" of a post in a forum that speaks of users itself. */
    POSTER("the poster");

    private final String one;

    Narrator(String one) {
        this.one = one;
    }

    /** One person, as a subject inside a sentence. */
    String one() {
        return one;
    }

    boolean isInForum() {
        return this != AUTHOR;
    }
}
