package org.courant.enrich.languagemodel.chat;

import java.time.Duration;

/** What comes of one request. */
public sealed interface Reply {
    /**
     * The model has said something; nothing is known of what it is worth.
     *
     * @param content what it said
     * @param promptTokens tokens read, as the endpoint says; 0 where it does not
     * @param answerTokens tokens written, likewise
     */
    record Said(String content, long promptTokens, long answerTokens) implements Reply {}

    /**
     * The endpoint wants to be left alone for a while.
     *
     * @param pause for how long
     */
    record Throttled(Duration pause) implements Reply {}

    /**
     * Nobody will get an answer before an operator has changed something: the key, the address, the name of the model.
     *
     * @param detail one sentence for a person
     */
    record Misconfigured(String detail) implements Reply {}

    /**
     * No answer: too late, too long, broken, or refused.
     *
     * @param detail one sentence for a person
     */
    record Failed(String detail) implements Reply {}
}
