package org.courant.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.courant.schemas.SourceItem;

/** What a poll came to. Reasons are one sentence for a person: the thing, the value and the remedy. */
public sealed interface Fetched {

    /**
     * The source answered.
     *
     * @param items everything that it lists now, known or new, in its order
     * @param rejected what it lists and what cannot become an item
     * @param change what the cursor holds once the items are written
     * @param batchDate the day that the delivery belongs to: the day announced by the source, else the UTC day of the
     *     poll
     * @param listed how many things the source listed: items and rejected together
     * @param more whether the source has more that can be read at once, by another poll from the changed cursor
     */
    record Items(
            List<SourceItem> items,
            List<Rejected> rejected,
            CursorChange change,
            LocalDate batchDate,
            int listed,
            boolean more)
            implements Fetched {
        public Items {
            items = List.copyOf(items);
            rejected = List.copyOf(rejected);
        }
    }

    /** The source has what it had at the last poll. */
    record NotModified(CursorChange change) implements Fetched {}

    /**
     * The source asked to be left alone.
     *
     * @param retryAt not to be asked before, where the source said so; at most 24 hours ahead
     */
    record Throttled(Optional<Instant> retryAt, String reason) implements Fetched {}

    /** The source is gone for good and is not to be asked again (HTTP 410). */
    record Gone(String reason) implements Fetched {}

    /** The source did not answer as it should. */
    record Failed(String reason) implements Fetched {}
}
