package org.courant.enrich.summarise;

import org.courant.schemas.SourceKind;

/** Says what a story is about. Pure: the same input gives the same bytes on every machine. */
public interface Summariser {
    /**
     * What a summary is made of.
     *
     * @param title title, plain text
     * @param body abstract or text, plain text, paragraphs separated by an empty line
     * @param kind papers and posts are told in different ways
     */
    record Source(String title, String body, SourceKind kind) {}

    /**
     * The summary of a source.
     *
     * @return plain text on one line; empty where the body is
     */
    String summarise(Source source);

    /** Name and version, which entries carry. */
    String version();
}
