package org.courant.enrich.world;

import org.courant.schemas.SourceItem;

/** A record of the log of record: what it says, when and where. */
public record Given(SourceItem item, long timestamp, int partition, long offset) {
    public String key() {
        return item.getIdentities().isEmpty() ? "none" : item.getIdentities().get(0);
    }
}
