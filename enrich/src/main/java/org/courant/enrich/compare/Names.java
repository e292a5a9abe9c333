package org.courant.enrich.compare;

import java.util.Optional;
import org.courant.enrich.record.Profile;
import org.courant.schemas.identity.CanonicalUrl;
import org.courant.schemas.identity.Identity;

/** What the names of two works tell about them. */
final class Names {
    private Names() {}

    static boolean areTopicsOfOneForum(Profile left, Profile right) {
        return !left.getHost().isEmpty() && left.getHost().equals(right.getHost());
    }

    /** Whether both have a name that is given to one paper only: an arXiv id or a DOI. */
    static boolean arePapers(Profile left, Profile right) {
        return registry(left).isPresent() && registry(right).isPresent();
    }

    /** Whether one registry has given them different names: it takes them for two papers. */
    static boolean areOfOneRegistry(Profile left, Profile right) {
        Optional<Identity.Kind> registry = registry(left);
        return registry.isPresent() && registry.equals(registry(right));
    }

    /** Whether both are texts of one web site or one feed. */
    static boolean areOfOnePublisher(Profile left, Profile right) {
        String publisher = publisher(left);
        return !publisher.isEmpty() && publisher.equals(publisher(right));
    }

    private static Optional<Identity.Kind> registry(Profile profile) {
        return Identity.parse(profile.getIdentity())
                .map(Identity::kind)
                .filter(kind -> kind == Identity.Kind.ARXIV || kind == Identity.Kind.DOI);
    }

    private static String publisher(Profile profile) {
        return Identity.parse(profile.getIdentity()).map(Names::publisher).orElse("");
    }

    private static String publisher(Identity name) {
        return switch (name.kind()) {
            case URL -> CanonicalUrl.parse(name.value()).map(CanonicalUrl::host).orElse("");
            case FEED -> name.value().substring(0, Math.max(0, name.value().indexOf(':')));
            case ARXIV, DOI, FORUM -> "";
        };
    }
}
