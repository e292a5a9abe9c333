package org.courant.ingest.source;

import java.time.Instant;
import org.courant.ingest.http.PoliteHttp;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;

/**
 * What a poll may use.
 *
 * @param source the definition of the source
 * @param cursor how far it has been read
 * @param http waits the group's minimum interval between any two requests
 * @param now when the poll began; the only clock a connector knows
 */
public record Poll(Source source, SourceCursor cursor, PoliteHttp http, Instant now) {}
