package org.courant.enrich.story;

import java.util.Comparator;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Link;
import org.jspecify.annotations.Nullable;

/**
 * An item that may be a member of a story.
 *
 * @param primary its strongest identity, the name of its work
 * @param epoch epoch of the work
 * @param label label of the work; null where it is the work's own and there is nothing to say of it
 * @param held the item
 */
record Candidate(String primary, long epoch, @Nullable Label label, Held held) {
    /** The order in which items were first seen. */
    static final Comparator<Candidate> EARLIEST_FIRST = Comparator.<Candidate>comparingLong(
                    candidate -> candidate.held().getFirstSeen())
            .thenComparing(Candidate::itemId);

    /** While an item moves from one work to another of the same story, the later delivery is the right one. */
    static final Comparator<Candidate> LATEST_LAST = Comparator.<Candidate>comparingLong(
                    candidate -> candidate.delivery().getTimestamp())
            .thenComparing(candidate -> candidate.delivery().getContentHash());

    /** The comparison that led its work into the story. */
    @Nullable Link link() {
        return label == null ? null : label.getLink();
    }

    /** The rule that would keep its work apart from another one of the story. */
    @Nullable Link despite() {
        return label == null ? null : label.getDespite();
    }

    Delivery delivery() {
        return held.getDelivery();
    }

    String itemId() {
        return delivery().getItemId();
    }

    /** When the work was published according to this item: never later than it was seen. */
    long eventTime() {
        return Precedence.eventTime(held);
    }
}
