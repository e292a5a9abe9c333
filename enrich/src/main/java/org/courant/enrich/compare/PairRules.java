package org.courant.enrich.compare;

import java.util.Optional;
import org.courant.enrich.block.Fingerprint;
import org.courant.enrich.block.Overlap;
import org.courant.enrich.match.Rule;
import org.courant.enrich.record.Profile;

/** Decides on pairs of works. Symmetric, and a function of the two profiles alone. */
public final class PairRules {
    private final Thresholds thresholds;
    private final TitleRule titles;

    public PairRules(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.titles = new TitleRule(thresholds);
    }

    /** Whether two works are the same. */
    public Comparison compare(Profile left, Profile right) {
        if (left.getIdentity().equals(right.getIdentity())) {
            return new Comparison.Match(Rule.IDENTITY, 1);
        }
        Overlap text = Fingerprint.parse(left.getFingerprint()).overlap(Fingerprint.parse(right.getFingerprint()));
        boolean byText = isEvidence(text) && text.larger() >= thresholds.containment();
        double title = byText ? 0 : titles.score(left, right);
        if (!byText && title == 0) {
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
        if (matchedByText) {
            return Optional.empty();
        }
        Comparison comparison = compare(left, right);
        if (comparison instanceof Comparison.Veto veto) {
            return Optional.of(veto.rule());
        } else if (comparison instanceof Comparison.Match) {
            return Optional.empty();
        } else if (Names.areTopicsOfOneForum(left, right)) {
            return Optional.of(Rule.FORUM);
        } else if (Series.areParts(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.SERIES);
        }
        return Names.arePapers(left, right) ? Optional.of(Rule.PAPERS) : Optional.empty();
    }

    private boolean isEvidence(Overlap text) {
        return text.shared() >= thresholds.sampled() && text.sharedShingles() >= thresholds.shared();
    }

    /** What speaks against two works that look alike, the strongest objection first. */
    private Optional<String> objection(Profile left, Profile right, Overlap text) {
        if (Names.areTopicsOfOneForum(left, right)) {
            return Optional.of(Rule.FORUM);
        } else if (Series.areParts(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.SERIES);
        }
        Titles.Likeness title = Titles.likeness(left.getTitle(), right.getTitle());
        boolean sameText = isEvidence(text) && text.smaller() >= thresholds.sameText();
        double enough = sameText ? thresholds.titleOfSameAuthors() : thresholds.sameTitle();
        if (Names.areOfOneRegistry(left, right) && title.jaccard() < enough) {
            return Optional.of(Rule.PAPERS);
        }
        return sameText ? Optional.empty() : objectionToParts(left, right, text, title);
    }

    /** What speaks against two works that share no more than parts of their texts, or have none. */
    private Optional<String> objectionToParts(Profile left, Profile right, Overlap text, Titles.Likeness title) {
        boolean subtitle = title.containment() >= thresholds.subtitle();
        boolean unlike = !left.getTitle().isEmpty()
                && !right.getTitle().isEmpty()
                && !subtitle
                && title.jaccard() < thresholds.title();
        if (subtitle && Titles.isOneReply(left.getTitle(), right.getTitle())) {
            return Optional.of(Rule.REPLY);
        } else if (unlike && Names.areOfOnePublisher(left, right)) {
            return Optional.of(Rule.TEMPLATE);
        } else if (unlike
                && text.larger() < thresholds.sameText()
                && left.getKind().equals(right.getKind())) {
            return Optional.of(Rule.SUCCESSOR);
        }
        return Names.arePapers(left, right) && AuthorKeys.areDisjoint(left.getAuthors(), right.getAuthors())
                ? Optional.of(Rule.AUTHORS)
                : Optional.empty();
    }
}
