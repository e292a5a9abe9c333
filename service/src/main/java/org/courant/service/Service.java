package org.courant.service;

import java.util.Optional;
import org.apache.kafka.streams.TopologyDescription;
import org.courant.service.health.Health;

/** A long-running part of Courant. It is started once and closed once. */
public interface Service extends AutoCloseable {
    /** Short name for messages and metrics: {@code ingest}, {@code enrich}, {@code publish}. */
    String name();

    /** Begins to work and returns; whether it is ready yet is for {@link #health} to say. */
    void start();

    Health health();

    /** The Streams topology; empty where there is none. */
    default Optional<TopologyDescription> topology() {
        return Optional.empty();
    }

    /** Finishes what is in flight and stops; safe to call twice. */
    @Override
    void close();
}
