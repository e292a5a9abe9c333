package org.courant.enrich.pair;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.progress.Days;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;

/**
 * What a sketch of a work is made of: the item that stands for the work, so the newest version of its text, and the
 * days on which its items were published and delivered.
 */
record Outline(Delivery best, int firstDay, int lastDay, int seenDay) {
    private static final int HASH_BYTES = 16;

    /** The outline of a work with these items; empty if there are none. */
    static Optional<Outline> of(Collection<Held> items) {
        return items.stream()
                .min(Precedence.BEST_FIRST)
                .map(best -> new Outline(
                        best.getDelivery(),
                        items.stream().mapToInt(Outline::publishedDay).min().orElseThrow(),
                        items.stream().mapToInt(Outline::publishedDay).max().orElseThrow(),
                        items.stream()
                                .mapToInt(item -> Days.of(item.getDelivery().getTimestamp()))
                                .max()
                                .orElseThrow()));
    }

    /** Tells outlines apart without the cost of a profile. */
    ByteBuffer signature() {
        byte[] hash = HexFormat.of().parseHex(best.getContentHash(), 0, 2 * HASH_BYTES);
        return ByteBuffer.allocate(HASH_BYTES + 3 * Integer.BYTES)
                .put(hash)
                .putInt(firstDay)
                .putInt(lastDay)
                .putInt(seenDay)
                .flip();
    }

    private static int publishedDay(Held item) {
        return Days.of(Precedence.eventTime(item));
    }
}
