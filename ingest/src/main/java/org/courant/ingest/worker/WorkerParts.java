package org.courant.ingest.worker;

import java.time.InstantSource;
import java.util.function.Predicate;
import org.courant.ingest.http.PoliteClients;
import org.courant.service.kafka.Connection;

/**
 * What every worker of a process uses.
 *
 * @param connection the cluster, the registry and the topics
 * @param settings how workers work
 * @param connectors what reads the sources
 * @param http what they read with
 * @param metrics what counts
 * @param time the clock
 * @param reported what a failure comes from is reported by somebody else
 */
public record WorkerParts(
        Connection connection,
        WorkerSettings settings,
        Connectors connectors,
        PoliteClients http,
        IngestMetrics metrics,
        InstantSource time,
        Predicate<Throwable> reported) {}
