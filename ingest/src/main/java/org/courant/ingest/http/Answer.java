package org.courant.ingest.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a request came to. Reasons name the URL, what happened and, where there is one, the remedy. */
public sealed interface Answer {

    /**
     * A document (200).
     *
     * @param body decoded, within the limits; not copied
     * @param contentType as the server says it, empty where it does not
     * @param etag verbatim
     * @param lastModified verbatim
     * @param cacheMaxAge how long the server says that the document stays fresh, an hour at most
     * @param finalUri where the document was found, after redirects
     * @param permanentlyMovedTo where it has moved to, if every redirect that led there was permanent
     */
    @SuppressWarnings("ArrayRecordComponent") // Documents are large; they are read once.
    record Ok(
            byte[] body,
            String contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<Duration> cacheMaxAge,
            URI finalUri,
            Optional<URI> permanentlyMovedTo)
            implements Answer {}

    /** The conditions hold: nothing has changed (304). */
    record NotModified(Optional<Duration> cacheMaxAge) implements Answer {}

    /** Too many requests (429), or unavailable for a stated time (503 with Retry-After). */
    record Throttled(Optional<Instant> retryAfter, String reason) implements Answer {}

    /** The document is gone for good (410). */
    record Gone(String reason) implements Answer {}

    /** There is no such document (404). */
    record NotFound(String reason) implements Answer {}

    /**
     * Anything else: no answer, a bad one, or one that is not wanted.
     *
     * @param status HTTP status, 0 where there was none
     * @param body what the server sent with the status, within the limits, if anything
     */
    record Failed(int status, String reason, Optional<byte[]> body) implements Answer {}
}
