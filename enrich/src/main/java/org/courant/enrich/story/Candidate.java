package org.courant.enrich.story;

import java.util.Comparator;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Link;
import org.jspecify.annotations.Nullable;

/**
 * An item that is a member of a story.
 *
 * @param held the item
 * @param assignment that of its work; null where it is the work's own and there is nothing to say of it
 */
public record Candidate(Held held, @Nullable Assignment assignment) {
    /** The order in which items were first seen. */
    static final Comparator<Candidate> EARLIEST_FIRST = Comparator.<Candidate>comparingLong(
                    candidate -> candidate.held().getFirstSeen())
            .thenComparing(Candidate::itemId);

    /** While an item moves from one work to another of the same story, the later delivery is the right one. */
    static final Comparator<Candidate> LATEST_LAST = Comparator.<Candidate>comparingLong(
                    candidate -> candidate.delivery().getTimestamp())
            .thenComparing(candidate -> candidate.delivery().getContentHash());

    /** Its strongest identity, the name of its work. */
    String work() {
        return delivery().getIdentities().get(0);
    }

    /** The match that led its work into the story. */
    @Nullable Link link() {
        return assignment == null ? null : assignment.getLink();
    }

    /** The rule that would keep its work apart from another one of the story. */
    @Nullable Link despite() {
        return assignment == null ? null : assignment.getDespite();
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
