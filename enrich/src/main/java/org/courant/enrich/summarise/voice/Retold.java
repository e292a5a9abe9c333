package org.courant.enrich.summarise.voice;

/**
 * A sentence in the third person.
 *
 * @param text the sentence
 * @param subject who its first subject is
 */
public record Retold(String text, Subject subject) {
    /** What the next sentence may refer to by "they". */
    public enum Subject {
        /** Something else. */
        OTHER,
        /** The narrator, named: "The authors propose". */
        NAMED,
        /** The narrator, as "They". */
        PRONOUN
    }
}
