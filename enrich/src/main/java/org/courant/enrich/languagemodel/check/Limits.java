package org.courant.enrich.languagemodel.check;

/** How long a summary of a language model is; the prompt asks for less than is still taken. */
final class Limits {
    static final int FEWEST_WORDS = 50;
    static final int MOST_WORDS = 200;

    private Limits() {}
}
