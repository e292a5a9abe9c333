package org.courant.ingest.worker;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.courant.ingest.http.Accept;
import org.courant.ingest.http.Answer;
import org.courant.ingest.http.Conditions;
import org.courant.ingest.http.PoliteHttp;

/**
 * Measures requests, and makes none after the poll must have ended: by then another process may ask the host.
 *
 * @param group politeness group, for the metrics
 * @param endsBy when the poll must have ended
 */
record TimedHttp(PoliteHttp http, String group, Instant endsBy, IngestMetrics metrics, InstantSource time)
        implements PoliteHttp {
    @Override
    public Answer get(URI uri, Conditions conditions, Accept accept) throws InterruptedException {
        if (!time.instant().isBefore(endsBy)) {
            return new Answer.Failed(
                    0, "the time for this poll was over before " + uri + " was asked", Optional.empty());
        }
        long begin = System.nanoTime();
        try {
            return http.get(uri, conditions, accept);
        } finally {
            metrics.request(group, Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
