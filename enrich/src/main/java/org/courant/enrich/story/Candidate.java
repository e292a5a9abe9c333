package org.courant.enrich.story;

import java.util.Comparator;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;

/**
 * An item that may be a member of a story.
 *
 * @param primary its strongest identity, the name of its work
 * @param epoch epoch of the work
 * @param held the item
 */
record Candidate(String primary, long epoch, Held held) {
    /** The order in which items were first seen. */
    static final Comparator<Candidate> EARLIEST_FIRST = Comparator.<Candidate>comparingLong(
                    candidate -> candidate.held().getFirstSeen())
            .thenComparing(Candidate::itemId);

    /** While an item moves from one work to another of the same story, the later delivery is the right one. */
    static final Comparator<Candidate> LATEST_LAST = Comparator.<Candidate>comparingLong(
                    candidate -> candidate.delivery().getTimestamp())
            .thenComparing(candidate -> candidate.delivery().getContentHash());

    Delivery delivery() {
        return held.getDelivery();
    }

    String itemId() {
        return delivery().getItemId();
    }

    /** When the work was published according to this item: never later than it was seen. */
    long eventTime() {
        Long publishedAt = delivery().getPublishedAt();
        return publishedAt == null ? held.getFirstSeen() : Math.min(publishedAt, held.getFirstSeen());
    }
}
