package org.courant.enrich.match;

import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Label;
import org.jspecify.annotations.Nullable;

/** Words what a work hands over to a story of another name. */
final class Contributions {
    private Contributions() {}

    static Contribution of(String identity, long epoch, @Nullable Label label, String itemId, @Nullable Held held) {
        return new Contribution(
                identity,
                itemId,
                held == null ? null : new Held(held.getFirstSeen(), epoch, label, held.getDelivery()));
    }
}
