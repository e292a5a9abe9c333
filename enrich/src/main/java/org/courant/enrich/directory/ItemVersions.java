package org.courant.enrich.directory;

import java.util.Comparator;
import java.util.Optional;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.ItemVersion;
import org.courant.schemas.identity.ArxivId;

/** Which delivery of an item supersedes another one. */
public final class ItemVersions {
    /**
     * The later timestamp, then the greater content hash, then the smaller position in the log. This order is total and
     * says nothing of arrival, so the last in it is a function of the set of deliveries.
     */
    public static final Comparator<ItemVersion> NEWEST_LAST = Comparator.comparing(ItemVersion::getTimestamp)
            .thenComparing(ItemVersion::getContentHash)
            .thenComparing(Comparator.comparing(ItemVersion::getPartition)
                    .thenComparing(ItemVersion::getOffset)
                    .reversed());

    private static final String ARXIV = "arxiv:";

    private ItemVersions() {}

    /** The delivery that a work has of an item. */
    public static ItemVersion of(Held held) {
        Delivery delivery = held.getDelivery();
        return new ItemVersion(
                delivery.getIdentities().get(0),
                held.getFirstSeen(),
                delivery.getTimestamp(),
                delivery.getContentHash(),
                delivery.getPartition(),
                delivery.getOffset());
    }

    /**
     * The one work that an item can be of, where its id says so: that of an item of arXiv begins with that of the
     * paper. Empty where an edit may move it to another work.
     */
    public static Optional<String> onlyWork(String itemId) {
        if (!itemId.startsWith(ARXIV)) {
            return Optional.empty();
        }
        int listing = itemId.indexOf('@');
        return ArxivId.parse(listing < 0 ? itemId : itemId.substring(0, listing))
                .map(paper -> paper.identity().toString());
    }
}
