package org.courant.enrich.compare;

import java.time.Instant;
import java.time.ZoneOffset;
import org.courant.enrich.block.Fingerprint;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;
import org.courant.schemas.identity.Identity;

/** Makes profiles of deliveries. */
public final class Profiles {
    private final FrequencyTable frequencies;

    /** Works can be compared only if their profiles were made with the same table. */
    public Profiles(FrequencyTable frequencies) {
        this.frequencies = frequencies;
    }

    /** The profile of the work that a delivery is of. */
    public Profile of(Delivery delivery) {
        String identity = delivery.getIdentities().get(0);
        Fingerprint fingerprint = Fingerprint.of(delivery.getBody(), frequencies);
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
