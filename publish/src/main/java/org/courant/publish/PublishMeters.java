package org.courant.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the publish service counts.
 *
 * @param registry where the meters live
 */
public record PublishMeters(MeterRegistry registry) {
    /** Entries written for readers, new or changed. */
    public Counter upserts() {
        return registry.counter("courant.publish.entries", "change", "upsert");
    }

    /** Entries withdrawn from readers. */
    public Counter tombstones() {
        return registry.counter("courant.publish.entries", "change", "tombstone");
    }

    /** Stories that are not published for lack of a field. */
    public Counter held(String lacking) {
        return registry.counter("courant.publish.held", "lacking", lacking);
    }

    /** Editions written. */
    public Counter editions() {
        return registry.counter("courant.publish.editions");
    }

    /** Editions that were not written since they do not fit into a record. */
    public Counter oversizedEditions() {
        return registry.counter("courant.publish.editions.oversized");
    }
}
