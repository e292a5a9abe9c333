package org.courant.enrich.compare;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntConsumer;
import org.courant.enrich.block.Fingerprint;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.block.Shingles;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;
import org.courant.schemas.identity.Identity;

/** Makes profiles of deliveries. */
public final class Profiles {
    private final FrequencyTable frequencies;
    private final IntConsumer common;

    /** Works can be compared only if their profiles were made with the same table. */
    public Profiles(FrequencyTable frequencies) {
        this(frequencies, count -> {});
    }

    /** @param common is told, of each text, how many of its shingles are common and so no evidence */
    public Profiles(FrequencyTable frequencies, IntConsumer common) {
        this.frequencies = frequencies;
        this.common = common;
    }

    /** The profile of the work that a delivery is of. */
    public Profile of(Delivery delivery) {
        String identity = delivery.getIdentities().get(0);
        long[] shingles = Shingles.of(delivery.getBody());
        Fingerprint fingerprint = Fingerprint.of(shingles, frequencies);
        common.accept(shingles.length - fingerprint.shingles());
        return new Profile(
                identity,
                delivery.getSourceKind(),
                Titles.normal(delivery.getTitle()),
                AuthorKeys.of(delivery.getAuthors()),
                year(delivery),
                host(identity),
                fingerprint.shingles(),
                fingerprint.bytes());
    }

    private static int year(Delivery delivery) {
        Long published = delivery.getPublishedAt();
        return published == null
                ? 0
                : Instant.ofEpochMilli(published).atOffset(ZoneOffset.UTC).getYear();
    }

    private static String host(String identity) {
        return Identity.parse(identity)
                .filter(name -> name.kind() == Identity.Kind.FORUM)
                .map(name -> name.value().substring(0, Math.max(0, name.value().lastIndexOf('/'))))
                .orElse("");
    }
}
