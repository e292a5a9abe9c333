package org.courant.enrich.summarise;

/** Says what a story is about. Pure: the same input gives the same bytes on every machine. */
public interface Summariser {
    /**
     * The summary of a text.
     *
     * @param title title, plain text
     * @param body abstract or text, plain text, paragraphs separated by an empty line
     * @return plain text on one line; empty where the body is
     */
    String summarise(String title, String body);

    /** Name and version, which entries carry. */
    String version();
}
