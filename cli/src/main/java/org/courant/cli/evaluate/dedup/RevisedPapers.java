package org.courant.cli.evaluate.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.courant.cli.corpus.DataFolder;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.compare.Profiles;

/** Papers whose abstract was revised or came through two channels: must match with ids, authors and year hidden. */
final class RevisedPapers {
    static final String FILE = "labelled/arxiv-pairs-revised.jsonl.gz";

    private static final String PART = "revised papers, ids hidden";

    private RevisedPapers() {}

    static Findings measure(DataFolder data, Profiles profiles) {
        List<JsonNode> pairs = data.lines(FILE);
        int blocked = 0;
        int matched = 0;
        for (JsonNode pair : pairs) {
            Catalogue catalogue = new Catalogue();
            catalogue.add(profiles.of(Deliveries.hidden(paper(pair, "a"), "one")));
            List<Catalogue.Compared> compared =
                    catalogue.compare(profiles.of(Deliveries.hidden(paper(pair, "b"), "two")));
            blocked += compared.size();
            matched +=
                    (int) compared.stream().filter(Catalogue.Compared::matches).count();
        }
        return Findings.of(
                Measure.told(PART, "pairs", pairs.size()),
                Measure.told(PART, "recall of blocking", Figures.ratio(blocked, pairs.size())),
                Measure.atLeast(0.995, PART, "recall", Figures.ratio(matched, pairs.size())));
    }

    private static Paper paper(JsonNode pair, String side) {
        JsonNode paper = pair.path(side);
        return new Paper(
                pair.path("id").asText(),
                paper.path("title").asText(),
                paper.path("abstract").asText(),
                List.of(),
                0);
    }
}
