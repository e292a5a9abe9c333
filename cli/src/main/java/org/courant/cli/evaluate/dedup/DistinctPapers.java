package org.courant.cli.evaluate.dedup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;

/** Papers of different ids: none may be taken for another one, except where a person agrees. */
final class DistinctPapers {
    private static final double BAR = 0.9999;

    private final String part;
    private final Profiles profiles;
    private final Judgements judgements;
    private final Catalogue catalogue = new Catalogue();
    private final List<Paper> known = new ArrayList<>();
    private final List<Merged> merged = new ArrayList<>();
    private final Map<String, Integer> vetoes = new TreeMap<>();
    private long pairs;

    DistinctPapers(String part, Profiles profiles, Judgements judgements) {
        this.part = part;
        this.profiles = profiles;
        this.judgements = judgements;
    }

    /** Compares every paper, under its id, with every other that shares a block with it. */
    Findings named(Collection<Paper> papers) {
        look(papers, Deliveries::named);
        return findings(Merged::isFalse, new Measure.Bar("at least", BAR));
    }

    /** The same with ids hidden; pairs of the same text are told, and are no mistake of a rule that sees only text. */
    Findings hidden(Collection<Paper> papers) {
        look(papers, paper -> Deliveries.hidden(paper, "list"));
        return findings(Merged::isFalseByText, Measure.Bar.NONE);
    }

    private void look(Collection<Paper> papers, Function<Paper, Delivery> delivery) {
        for (Paper paper : papers) {
            Profile profile = profiles.of(delivery.apply(paper));
            catalogue.compare(profile).forEach(compared -> count(compared, paper));
            catalogue.add(profile);
            known.add(paper);
        }
    }

    private void count(Catalogue.Compared compared, Paper paper) {
        pairs++;
        if (compared.comparison() instanceof Comparison.Match match) {
            String other = known.get(compared.position()).id();
            merged.add(
                    new Merged(part, other, paper.id(), match.rule(), match.score(), judgements.of(other, paper.id())));
        } else if (compared.comparison() instanceof Comparison.Veto veto) {
            vetoes.merge(veto.rule(), 1, Integer::sum);
        }
    }

    private Findings findings(Predicate<Merged> isFalse, Measure.Bar bar) {
        List<Measure> measures = new ArrayList<>(List.of(
                Measure.told(part, "papers", known.size()),
                Measure.told(part, "candidates for each paper", 2 * Figures.ratio(pairs, known.size())),
                Measure.told(part, "works in the largest block", catalogue.largestBlock()),
                Measure.told(part, "merged pairs", merged.size())));
        Map<String, Integer> wrong = new TreeMap<>();
        merged.stream().filter(isFalse).forEach(pair -> wrong.merge(pair.rule(), 1, Integer::sum));
        wrong.forEach((rule, count) -> measures.add(Measure.told(part, "false merges by rule '" + rule + "'", count)));
        vetoes.forEach((rule, count) -> measures.add(Measure.told(part, "vetoes by rule '" + rule + "'", count)));
        long mistaken =
                merged.stream().filter(isFalse).map(Merged::right).distinct().count();
        measures.add(new Measure(
                part, "precision: papers not taken for another one", 1 - Figures.ratio(mistaken, known.size()), bar));
        return new Findings(measures, merged);
    }
}
