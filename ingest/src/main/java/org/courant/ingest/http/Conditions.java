package org.courant.ingest.http;

import java.util.Optional;
import org.courant.schemas.SourceCursor;

/**
 * What makes a request conditional (RFC 9110, section 13): the validators of the last good answer, verbatim.
 *
 * @param etag goes into If-None-Match
 * @param lastModified goes into If-Modified-Since
 */
public record Conditions(Optional<String> etag, Optional<String> lastModified) {
    /** The request is to be answered in full. */
    public static final Conditions NONE = new Conditions(Optional.empty(), Optional.empty());

    /** The validators that a cursor remembers. */
    public static Conditions of(SourceCursor cursor) {
        return new Conditions(Optional.ofNullable(cursor.getEtag()), Optional.ofNullable(cursor.getLastModified()));
    }
}
