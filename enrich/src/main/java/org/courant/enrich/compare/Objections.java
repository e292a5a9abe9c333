package org.courant.enrich.compare;

import java.util.Optional;
import org.courant.enrich.block.Overlap;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Profile;

/** What speaks against two works being the same that look alike. */
final class Objections {
    private final Thresholds thresholds;

    Objections(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The strongest objection, by the name of its rule. */
    Optional<String> to(Profile left, Profile right, Overlap text) {
        if (Names.areTopicsOfOneForum(left, right)) {
            return Optional.of(Rule.FORUM);
        } else if (Series.areParts(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.SERIES);
        }
        Titles.Likeness title = Titles.likeness(left.getTitle(), right.getTitle());
        boolean sameText = thresholds.isEvidence(text) && text.smaller() >= thresholds.sameText();
        double enough = sameText ? thresholds.titleOfSameAuthors() : thresholds.sameTitle();
        if (Names.areOfOneRegistry(left, right) && title.jaccard() < enough) {
            return Optional.of(Rule.PAPERS);
        }
        return sameText ? Optional.empty() : toParts(left, right, text, title);
    }

    /** The objection to two works that share no more than parts of their texts, or have none. */
    private Optional<String> toParts(Profile left, Profile right, Overlap text, Titles.Likeness title) {
        boolean subtitle = title.containment() >= thresholds.subtitle();
        boolean known = !left.getTitle().isEmpty() && !right.getTitle().isEmpty();
        boolean unlike = known && !subtitle && title.jaccard() < thresholds.title();
        if (subtitle && Titles.isOneReply(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.REPLY);
        } else if ((unlike || !thresholds.isEvidence(text)) && Names.areOfOnePublisher(left, right)) {
            return Optional.of(Rule.TEMPLATE);
        } else if (unlike && isSuccessor(left, right, text)) {
            return Optional.of(Rule.SUCCESSOR);
        }
        return Names.arePapers(left, right) && AuthorKeys.areDisjoint(left.getAuthors(), right.getAuthors())
                ? Optional.of(Rule.AUTHORS)
                : Optional.empty();
    }

    private boolean isSuccessor(Profile left, Profile right, Overlap text) {
        return left.getKind().equals(right.getKind())
                && thresholds.isEvidence(text)
                && text.larger() < thresholds.sameText();
    }
}
