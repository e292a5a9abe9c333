package org.courant.cli.evaluate.dedup;

import java.util.ArrayList;
import java.util.List;
import org.courant.cli.corpus.DailyLists;
import org.courant.cli.corpus.DataFolder;
import org.courant.cli.corpus.ForumTopics;
import org.courant.cli.corpus.LabelledPairs;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.block.FrequencyCounter;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.compare.Profiles;

/** Runs every part for which the folder holds data. */
final class Evaluation {
    private static final long SEED = 20_261_124L;
    private static final String HELD_OUT = "half of the lists, table of the other";
    private static final int VARIANTS = 2_000;

    private final DataFolder data;
    private final Judgements judgements = Judgements.shipped();
    private final Profiles shipped = new Profiles(FrequencyTable.shipped());

    Evaluation(DataFolder data) {
        this.data = data;
    }

    Findings run() {
        Findings findings = Findings.NONE;
        if (data.has(RevisedPapers.FILE)) {
            findings = findings.and(RevisedPapers.measure(data, shipped));
        }
        if (data.has(NearPairs.FILE)) {
            findings = findings.and(NearPairs.measure(data, shipped, judgements));
        }
        if (data.has(LabelledPairs.FILE)) {
            findings = findings.and(BibliographicPairs.measure(data, shipped));
        }
        List<Paper> deliveries = DailyLists.deliveries(data);
        return deliveries.isEmpty() ? findings : findings.and(lists(deliveries));
    }

    private Findings lists(List<Paper> deliveries) {
        List<Paper> papers = List.copyOf(DailyLists.papers(deliveries));
        List<String> talk = ForumTopics.texts(data);
        return Findings.of(Measure.told("daily lists", "deliveries", deliveries.size()))
                .and(new DistinctPapers("daily lists", shipped, judgements).named(papers))
                .and(new DistinctPapers("daily lists, ids hidden", shipped, judgements).hidden(papers))
                .and(new GeneratedVariants("variants of the daily lists", shipped, papers, talk)
                        .measure(step(papers), SEED))
                .and(heldOut(papers, talk))
                .and(new Cost(shipped).measure(papers));
    }

    /** One half of the papers with a frequency table that has seen only the other half, and no forum. */
    private Findings heldOut(List<Paper> papers, List<String> talk) {
        FrequencyCounter counter = new FrequencyCounter();
        List<Paper> unseen = new ArrayList<>();
        for (Paper paper : papers) {
            if (paper.id().hashCode() % 2 == 0) {
                counter.add(paper.text());
            } else {
                unseen.add(paper);
            }
        }
        Profiles profiles =
                new Profiles(counter.table(FrequencyTable.shipped().header().threshold()));
        GeneratedVariants variants = new GeneratedVariants(HELD_OUT, profiles, unseen, talk);
        return new DistinctPapers(HELD_OUT, profiles, judgements)
                .named(unseen)
                .and(variants.measure(step(unseen), SEED))
                .and(variants.limits(3 * step(unseen), SEED));
    }

    private static int step(List<Paper> papers) {
        return Math.max(1, papers.size() / VARIANTS);
    }
}
