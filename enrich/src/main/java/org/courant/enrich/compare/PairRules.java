package org.courant.enrich.compare;

import java.util.Optional;
import org.courant.enrich.block.Fingerprint;
import org.courant.enrich.block.Overlap;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Profile;

/** Decides on pairs of works. Symmetric, and a function of the two profiles alone. */
public final class PairRules {
    private final Thresholds thresholds;

    public PairRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Whether two works are the same. */
    public Comparison compare(Profile left, Profile right) {
        if (left.getIdentity().equals(right.getIdentity())) {
            return new Comparison.Match(Rule.IDENTITY, 1);
        }
        Overlap text = Fingerprint.parse(left.getFingerprint()).overlap(Fingerprint.parse(right.getFingerprint()));
        boolean byText = text.shared() >= thresholds.shared() && text.larger() >= thresholds.containment();
        double title = Titles.similarity(left.getTitle(), right.getTitle());
        boolean byTitle = title >= thresholds.title() && samePeopleAndTime(left, right);
        if (!byText && !byTitle) {
            return new Comparison.Different(text.larger());
        }
        Optional<String> objection = objection(left, right, text);
        if (objection.isPresent()) {
            return new Comparison.Veto(objection.get());
        }
        return byText ? new Comparison.Match(Rule.TEXT, text.larger()) : new Comparison.Match(Rule.TITLE, title);
    }

    /**
     * Whether two works may not stand in one story, even where only others join them: a post that quotes two papers
     * does not make them one.
     *
     * @param matchedByText whether the two match directly; then there is nothing to object
     * @return the rule that forbids it
     */
    public Optional<String> veto(Profile left, Profile right, boolean matchedByText) {
        if (matchedByText || compare(left, right) instanceof Comparison.Match) {
            return Optional.empty();
        }
        if (Names.areTopicsOfOneForum(left, right)) {
            return Optional.of(Rule.FORUM);
        }
        if (Titles.areSeries(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.SERIES);
        }
        if (Names.arePapers(left, right)) {
            return Optional.of(Rule.PAPERS);
        }
        return Names.areOfOnePublisher(left, right) ? Optional.of(Rule.TEMPLATE) : Optional.empty();
    }

    /** What speaks against two works that look alike. */
    private Optional<String> objection(Profile left, Profile right, Overlap text) {
        boolean sameText = text.shared() >= thresholds.shared() && text.smaller() >= thresholds.sameText();
        if (Names.areTopicsOfOneForum(left, right)) {
            return Optional.of(Rule.FORUM);
        } else if (sameText) {
            return Optional.empty();
        } else if (Titles.areSeries(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.SERIES);
        } else if (Names.areOfOnePublisher(left, right)) {
            return Optional.of(Rule.TEMPLATE);
        }
        return Names.arePapers(left, right) && AuthorKeys.overlap(left.getAuthors(), right.getAuthors()) == 0
                ? Optional.of(Rule.AUTHORS)
                : Optional.empty();
    }

    private boolean samePeopleAndTime(Profile left, Profile right) {
        boolean known = left.getYear() != 0 && right.getYear() != 0;
        return known
                && Math.abs(left.getYear() - right.getYear()) <= thresholds.years()
                && AuthorKeys.overlap(left.getAuthors(), right.getAuthors()) >= thresholds.authors();
    }
}
