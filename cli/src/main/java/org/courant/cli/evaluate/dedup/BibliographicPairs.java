package org.courant.cli.evaluate.dedup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.courant.cli.corpus.DataFolder;
import org.courant.cli.corpus.LabelledPairs;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.record.Profile;
import org.courant.schemas.SourceKind;

/** DBLP and ACM records: no text, only titles, authors and years. Thresholds were fixed on the training split. */
final class BibliographicPairs {
    private static final Measure.Bar BAR = new Measure.Bar("at least", 0.98);

    private BibliographicPairs() {}

    static Findings measure(DataFolder data, Profiles profiles) {
        return measure(data, profiles, "DBLP-ACM", "train", Measure.Bar.NONE)
                .and(measure(data, profiles, "DBLP-ACM", "valid", BAR))
                .and(measure(data, profiles, "DBLP-ACM", "test", BAR))
                .and(measure(data, profiles, "DBLP-GoogleScholar", "valid", Measure.Bar.NONE));
    }

    private static Findings measure(DataFolder data, Profiles profiles, String set, String split, Measure.Bar bar) {
        List<LabelledPairs.Pair> pairs = LabelledPairs.split(data, "Structured/" + set + "/" + split + ".txt");
        Outcome decided = new Outcome();
        Outcome blocked = new Outcome();
        PairRules rules = new PairRules(Thresholds.DEFAULT);
        for (LabelledPairs.Pair pair : pairs) {
            Profile left = profile(profiles, "url:https://dblp.example/1", pair.left());
            Profile right = profile(profiles, "doi:10.1145/1", pair.right());
            boolean match = rules.compare(left, right) instanceof Comparison.Match;
            boolean together = shareBlock(left, right);
            decided.count(pair.same(), match);
            blocked.count(pair.same(), match && together);
        }
        String part = set + " " + split;
        return pairs.isEmpty()
                ? Findings.NONE
                : Findings.of(
                        Measure.told(part, "pairs", pairs.size()),
                        Measure.told(part, "precision", decided.precision()),
                        Measure.told(part, "recall", decided.recall()),
                        new Measure(part, "F1", decided.f1(), bar),
                        Measure.told(part, "F1 of blocking and decision", blocked.f1()));
    }

    private static Profile profile(Profiles profiles, String identity, Paper paper) {
        return profiles.of(Deliveries.of(identity, SourceKind.MEDIA, paper));
    }

    private static boolean shareBlock(Profile left, Profile right) {
        long[] keys = BlockKeys.of(right);
        return LongStream.of(BlockKeys.of(left)).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0);
    }
}
