package org.courant.ingest.worker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.SourceItem;

/** Turns items that cannot be written into what was rejected. */
final class RejectedItems {
    private RejectedItems() {}

    /**
     * The item as JSON. The time of the fetch is left out: the same item rejected again is then known to be the same.
     *
     * @param problem what is wrong and what to do, to be read after the item's id
     */
    static Rejected of(SourceItem item, String problem) {
        SourceItem timeless =
                SourceItem.newBuilder(item).setFetchedAt(Instant.EPOCH).build();
        return new Rejected(
                item.getItemId(),
                timeless.toString().getBytes(StandardCharsets.UTF_8),
                "'" + item.getItemId() + "' " + problem);
    }
}
