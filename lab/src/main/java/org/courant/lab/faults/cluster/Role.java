package org.courant.lab.faults.cluster;

import java.util.Locale;

/** What a process does. */
public enum Role {
    BROKER,
    REGISTRY,
    INGEST,
    ENRICH,
    PUBLISH;

    /** Whether it is one of the product's own services. */
    public boolean isService() {
        return this == INGEST || this == ENRICH || this == PUBLISH;
    }

    /** As in its command and in the names of its processes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
