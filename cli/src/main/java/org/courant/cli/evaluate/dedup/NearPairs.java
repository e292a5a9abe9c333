package org.courant.cli.evaluate.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.courant.cli.corpus.DataFolder;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;

/** Papers of different ids with like texts, judged by hand. */
final class NearPairs {
    static final String FILE = "labelled/arxiv-pairs-different-id-near.jsonl.gz";

    private static final String PART = "like texts under different ids";

    private NearPairs() {}

    static Findings measure(DataFolder data, Profiles profiles, Judgements judgements) {
        PairRules rules = new PairRules(Thresholds.DEFAULT);
        List<Merged> merged = new ArrayList<>();
        int same = 0;
        List<JsonNode> pairs = data.lines(FILE);
        for (JsonNode pair : pairs) {
            Paper left = paper(pair, "a", 0);
            Paper right = paper(pair, "b", 1);
            Judgement judgement = judgements.of(left.id(), right.id());
            same += judgement.verdict() == Judgement.Verdict.SAME ? 1 : 0;
            if (rules.compare(profiles.of(Deliveries.named(left)), profiles.of(Deliveries.named(right)))
                    instanceof Comparison.Match match) {
                merged.add(new Merged(PART, left.id(), right.id(), match.rule(), match.score(), judgement));
            }
        }
        return new Findings(
                List.of(
                        Measure.told(PART, "pairs", pairs.size()),
                        Measure.told(PART, "judged the same work", same),
                        Measure.told(PART, "merged", merged.size()),
                        Measure.told(
                                PART,
                                "recall of those judged the same",
                                Figures.ratio(count(merged, Judgement.Verdict.SAME), same)),
                        Measure.told(PART, "merged and not judged", count(merged, Judgement.Verdict.UNJUDGED)),
                        Measure.atMost(
                                0,
                                PART,
                                "merged against judgement",
                                count(merged, Judgement.Verdict.DIFFERENT)
                                        + count(merged, Judgement.Verdict.SAME_TEXT))),
                merged);
    }

    private static int count(List<Merged> merged, Judgement.Verdict verdict) {
        return (int) merged.stream()
                .filter(pair -> pair.judgement().verdict() == verdict)
                .count();
    }

    private static Paper paper(JsonNode pair, String side, int position) {
        JsonNode paper = pair.path(side);
        return new Paper(
                pair.path("ids").path(position).asText(),
                paper.path("title").asText(),
                paper.path("abstract").asText(),
                List.of(),
                0);
    }
}
