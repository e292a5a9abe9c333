package org.courant.enrich.world;

import java.util.Comparator;
import java.util.Optional;
import org.courant.schemas.SourceItem;
import org.courant.schemas.identity.Identity;

/** A record of the log of record: what it says, when and where. */
public record Given(SourceItem item, long timestamp, int partition, long offset) {
    public String key() {
        return key(item);
    }

    /** The strongest identity of an item, as its key has to be; anything where it has none. */
    static String key(SourceItem item) {
        return item.getIdentities().stream()
                .map(Identity::parse)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(Identity::toString)
                .orElse("none");
    }
}
