package org.courant.ingest.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.courant.schemas.SourceCursor;

/**
 * What the connector's part of the cursor holds after a poll. It replaces the old values as a whole: what is empty here
 * is empty there.
 *
 * @param etag ETag of the answer, verbatim
 * @param lastModified Last-Modified of the answer, verbatim
 * @param bodyHash SHA-256 of the answer's body, in hexadecimal
 * @param movedTo where permanent redirects have led
 * @param marks high-water marks of the connector
 * @param atLeast how long the source asks not to be polled again (ttl, Cache-Control and the like), capped
 */
public record CursorChange(
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> bodyHash,
        Optional<String> movedTo,
        Map<String, String> marks,
        Optional<Duration> atLeast) {
    public CursorChange {
        marks = Map.copyOf(marks);
    }

    /** Everything as the cursor has it. */
    public static CursorChange none(SourceCursor cursor) {
        return new CursorChange(
                Optional.ofNullable(cursor.getEtag()),
                Optional.ofNullable(cursor.getLastModified()),
                Optional.ofNullable(cursor.getBodyHash()),
                Optional.ofNullable(cursor.getMovedTo()),
                cursor.getMarks(),
                Optional.empty());
    }

    /** The same with other marks. */
    public CursorChange withMarks(Map<String, String> others) {
        return new CursorChange(etag, lastModified, bodyHash, movedTo, others, atLeast);
    }

    /** The same with another floor for the next poll. */
    public CursorChange withAtLeast(Optional<Duration> other) {
        return new CursorChange(etag, lastModified, bodyHash, movedTo, marks, other);
    }
}
