package org.courant.enrich.compare;

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
        return isPaper(left) && isPaper(right);
    }

    /** Whether both are texts of one web site or one feed. */
    static boolean areOfOnePublisher(Profile left, Profile right) {
        String publisher = publisher(left);
        return !publisher.isEmpty() && publisher.equals(publisher(right));
    }

    private static boolean isPaper(Profile profile) {
        return Identity.parse(profile.getIdentity())
                .filter(name -> name.kind() == Identity.Kind.ARXIV || name.kind() == Identity.Kind.DOI)
                .isPresent();
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
