package org.courant.enrich.item;

import java.util.Comparator;
import java.util.List;
import org.courant.enrich.record.Held;
import org.courant.schemas.SourceKind;

/** Which items come first. */
public final class Precedence {
    /** The work itself before what is written about it, and what is written before talk. */
    private static final List<String> KINDS =
            List.of(SourceKind.ARXIV.name(), SourceKind.MEDIA.name(), SourceKind.FORUM.name());

    /**
     * Which of several items of one work stands for it: kind of source, highest version, earliest publication, item id.
     * A total order.
     */
    public static final Comparator<Held> BEST_FIRST = Comparator.<Held>comparingInt(
                    held -> rank(held.getDelivery().getSourceKind()))
            .thenComparing(held -> -held.getDelivery().getVersion())
            .thenComparing(Precedence::eventTime)
            .thenComparing(held -> held.getDelivery().getItemId());

    private Precedence() {}

    /** When the work was published according to an item, milliseconds since 1970: never later than it was seen. */
    public static long eventTime(Held held) {
        Long publishedAt = held.getDelivery().getPublishedAt();
        return publishedAt == null ? held.getFirstSeen() : Math.min(publishedAt, held.getFirstSeen());
    }

    private static int rank(String kind) {
        int rank = KINDS.indexOf(kind);
        return rank < 0 ? KINDS.size() : rank;
    }
}
