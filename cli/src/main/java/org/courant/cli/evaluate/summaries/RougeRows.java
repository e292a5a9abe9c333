package org.courant.cli.evaluate.summaries;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.courant.enrich.summarise.Salience;
import org.courant.enrich.summarise.Summariser;
import org.courant.enrich.summarise.voice.Narrator;
import org.courant.enrich.summarise.voice.Openings;
import org.courant.enrich.summarise.voice.Retold.Subject;
import org.courant.enrich.summarise.voice.ThirdPerson;
import org.courant.schemas.SourceKind;

/** Courant's choice of one sentence beside the usual baselines and the best choice that there is. */
final class RougeRows {
    static final String BEST_SENTENCE = "courant, one sentence";

    private RougeRows() {}

    static List<RougeRow> of(List<Paper> papers, Summariser summariser) {
        return List.of(
                RougeRow.of("lead-1", papers, paper -> lead(paper, 1)),
                RougeRow.of("lead-2", papers, paper -> lead(paper, 2)),
                RougeRow.of("lead-3", papers, paper -> lead(paper, 3)),
                RougeRow.of("title", papers, Paper::title),
                RougeRow.of("TextRank", papers, paper -> paper.sentences().get(TextRank.best(paper.sentences()))),
                RougeRow.of(BEST_SENTENCE, papers, RougeRows::mostSalient),
                RougeRow.of("courant, one sentence retold", papers, RougeRows::retold),
                RougeRow.of(
                        "courant, whole summary",
                        papers,
                        paper -> summariser.summarise(
                                new Summariser.Source(paper.title(), paper.text(), SourceKind.ARXIV))),
                RougeRow.of("best sentence (oracle)", papers, RougeRows::oracle));
    }

    private static String lead(Paper paper, int sentences) {
        return paper.sentences().stream().limit(sentences).collect(Collectors.joining(" "));
    }

    private static String mostSalient(Paper paper) {
        double[] scores = Salience.of(paper.title(), paper.sentences());
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return paper.sentences().get(best);
    }

    private static String retold(Paper paper) {
        String sentence = Openings.cut(mostSalient(paper), false);
        return ThirdPerson.retell(sentence, Narrator.AUTHOR, false, Subject.OTHER)
                .text();
    }

    private static String oracle(Paper paper) {
        return paper.sentences().stream()
                .max(Comparator.comparingDouble(sentence ->
                        Rouge.best(Rouge.stems(sentence), paper.references()).one()))
                .orElseThrow();
    }
}
