package org.courant.enrich.compare;

import java.util.Optional;
import java.util.Set;
import org.courant.enrich.block.Fingerprint;
import org.courant.enrich.block.Overlap;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Profile;

/** Decides on pairs of works. Symmetric, and a function of the two profiles alone. */
public final class PairRules {
    /** Two of these may both belong to a third: posts of one site, say, that quote the same paper. */
    private static final Set<String> OF_THE_PAIR_ONLY = Set.of(Rule.TEMPLATE, Rule.SUCCESSOR);

    private final Thresholds thresholds;
    private final TitleRule titles;
    private final Objections objections;

    public PairRules(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.titles = new TitleRule(thresholds);
        this.objections = new Objections(thresholds);
    }

    /** Whether two works are the same. A veto here says that the pair itself is no match. */
    public Comparison compare(Profile left, Profile right) {
        if (left.getIdentity().equals(right.getIdentity())) {
            return new Comparison.Match(Rule.IDENTITY, 1);
        }
        Overlap text = Fingerprint.parse(left.getFingerprint()).overlap(Fingerprint.parse(right.getFingerprint()));
        boolean byText = thresholds.isEvidence(text) && text.larger() >= thresholds.containment();
        double title = byText ? 0 : titles.score(left, right);
        if (!byText && title == 0) {
            return new Comparison.Different(text.larger());
        }
        Optional<String> objection = objections.to(left, right, text);
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
        if (comparison instanceof Comparison.Veto veto && !OF_THE_PAIR_ONLY.contains(veto.rule())) {
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
}
