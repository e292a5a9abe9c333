package org.courant.cli.evaluate.dedup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.record.Delivery;

/** Papers of different ids: none may be taken for another one, except where a person agrees. */
final class DistinctPapers {
    private final Profiles profiles;
    private final Judgements judgements;

    DistinctPapers(Profiles profiles, Judgements judgements) {
        this.profiles = profiles;
        this.judgements = judgements;
    }

    /** Compares every paper with every other that shares a block with it. */
    Findings measure(String part, Collection<Paper> papers, Function<Paper, Delivery> delivery) {
        Catalogue catalogue = new Catalogue();
        List<Paper> known = new ArrayList<>();
        List<Merged> merged = new ArrayList<>();
        Map<String, Integer> vetoes = new TreeMap<>();
        long pairs = 0;
        for (Paper paper : papers) {
            var profile = profiles.of(delivery.apply(paper));
            for (Catalogue.Compared compared : catalogue.compare(profile)) {
                pairs++;
                if (compared.comparison() instanceof Comparison.Match match) {
                    String other = known.get(compared.position()).id();
                    merged.add(new Merged(
                            part, other, paper.id(), match.rule(), match.score(), judgements.of(other, paper.id())));
                } else if (compared.comparison() instanceof Comparison.Veto veto) {
                    vetoes.merge(veto.rule(), 1, Integer::sum);
                }
            }
            catalogue.add(profile);
            known.add(paper);
        }
        return new Findings(measures(part, known.size(), pairs, merged, vetoes), merged);
    }

    private static List<Measure> measures(
            String part, int papers, long pairs, List<Merged> merged, Map<String, Integer> vetoes) {
        List<Measure> measures = new ArrayList<>(List.of(
                Measure.told(part, "papers", papers),
                Measure.told(part, "candidates for each paper", 2 * Figures.ratio(pairs, papers)),
                Measure.told(part, "merged pairs", merged.size())));
        Map<String, Integer> wrong = new TreeMap<>();
        Set<String> inFalseMerge = new HashSet<>();
        merged.stream().filter(Merged::isFalse).forEach(pair -> {
            wrong.merge(pair.rule(), 1, Integer::sum);
            inFalseMerge.add(pair.right());
        });
        wrong.forEach((rule, count) -> measures.add(Measure.told(part, "false merges by rule '" + rule + "'", count)));
        vetoes.forEach((rule, count) -> measures.add(Measure.told(part, "vetoes by rule '" + rule + "'", count)));
        measures.add(Measure.atLeast(0.9999, part, "precision", 1 - Figures.ratio(inFalseMerge.size(), papers)));
        return measures;
    }
}
