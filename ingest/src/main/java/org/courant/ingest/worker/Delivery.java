package org.courant.ingest.worker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.SeenItem;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;

/**
 * What one poll writes, in one transaction.
 *
 * @param source what was polled
 * @param items what is new or has changed
 * @param rejected what cannot become an item and has not been reported before
 * @param unchanged how many items are as they were
 * @param cursor how far the source has been read, its new status included
 * @param outcome one word for the metrics
 * @param more whether the source has more to read at once
 */
record Delivery(
        Source source,
        List<SourceItem> items,
        List<Rejected> rejected,
        int unchanged,
        SourceCursor cursor,
        String outcome,
        boolean more) {
    Delivery {
        items = List.copyOf(items);
        rejected = List.copyOf(rejected);
    }

    /** Where what is rejected fails, as dead letters name it. */
    String stage() {
        return "ingest/" + source.getConnector().name().toLowerCase(Locale.ROOT);
    }

    /** What the status says, for a person. */
    String message() {
        return cursor.getStatus() == null ? "" : cursor.getStatus().getMessage();
    }

    /** What is to be remembered, by record key. */
    Map<String, SeenItem> seen(Instant now) {
        Map<String, SeenItem> seen = new LinkedHashMap<>();
        for (SourceItem item : items) {
            seen.put(SeenKeys.of(source, item), new SeenItem(SeenKeys.fingerprint(item), now));
        }
        for (Rejected each : rejected) {
            seen.put(SeenKeys.of(source, each), new SeenItem(SeenKeys.fingerprint(each), now));
        }
        return seen;
    }
}
