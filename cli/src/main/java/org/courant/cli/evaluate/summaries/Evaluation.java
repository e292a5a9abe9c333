package org.courant.cli.evaluate.summaries;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.courant.enrich.headline.Headlines;
import org.courant.enrich.summarise.ExtractiveSummariser;
import org.courant.enrich.summarise.Summariser;
import org.courant.enrich.summarise.Telling;
import org.courant.schemas.SourceKind;

/**
 * All figures.
 *
 * @param summariser name and version of what was evaluated
 * @param papers how many labelled papers there are
 * @param sample for a person's reading
 */
record Evaluation(
        String summariser,
        int papers,
        List<RougeRow> rouge,
        Style style,
        Coherence coherence,
        Throughput throughput,
        List<Reading> sample) {
    private static final double LEAST_ROUGE_1 = 41;
    private static final double LEAST_ROUGE_2 = 20;
    private static final double LEAST_ROUGE_L = 33;
    private static final double MOST_ENDING_IN_BACKGROUND = 0.5;
    private static final double MOST_POINTING = 1.5;
    private static final double LEAST_IN_RANGE = 99;
    private static final double LEAST_PER_SECOND = 2_000;

    /** A source and what is published of it. */
    record Reading(String id, String publishedTitle, String headline, String text, String summary) {}

    /**
     * Evaluates.
     *
     * @param part train or dev
     * @param abstracts how many abstracts are summarised
     * @param readings how many of them are printed, evenly spread
     */
    static Evaluation of(Corpus corpus, String part, int abstracts, int readings) throws IOException {
        ExtractiveSummariser summariser = new ExtractiveSummariser();
        List<Paper> papers = corpus.labelled(part);
        List<Abstract> sources = corpus.abstracts(abstracts);
        List<Telling> tellings =
                sources.stream().map(source -> summariser.tell(source(source))).toList();
        List<String> summaries = tellings.stream().map(Telling::text).toList();
        int count = Math.min(readings, sources.size());
        List<Reading> sample = IntStream.range(0, count)
                .map(i -> i * sources.size() / count)
                .mapToObj(i -> reading(sources.get(i), summaries.get(i)))
                .toList();
        return new Evaluation(
                summariser.version(),
                papers.size(),
                RougeRows.of(papers, summariser),
                Style.of(sources, summaries),
                Coherence.of(sources, tellings),
                Throughput.of(sources, source -> summariser.summarise(source(source))),
                sample);
    }

    List<Bar> bars() {
        RougeRow own = rouge.stream()
                .filter(row -> row.summary().equals(RougeRows.BEST_SENTENCE))
                .findFirst()
                .orElseThrow();
        return List.of(
                Bar.atLeast("ROUGE-1 of one sentence", own.rouge1(), LEAST_ROUGE_1),
                Bar.atLeast("ROUGE-2 of one sentence", own.rouge2(), LEAST_ROUGE_2),
                Bar.atLeast("ROUGE-L of one sentence", own.rougeL(), LEAST_ROUGE_L),
                Bar.atMost("percent that end in background", coherence.endInBackground(), MOST_ENDING_IN_BACKGROUND),
                Bar.atMost("percent that point to a sentence left out", coherence.pointToNothing(), MOST_POINTING),
                Bar.atMost(
                        "papers that lose every figure",
                        coherence.loseEveryFigure().size(),
                        0),
                Bar.atLeast("percent of 120 to 180 words", 100 * style.inRange(), LEAST_IN_RANGE),
                Bar.atMost("unfaithful tokens", style.unfaithful(), 0),
                Bar.atLeast("summaries a second and core", throughput.perSecond(), LEAST_PER_SECOND));
    }

    private static Summariser.Source source(Abstract paper) {
        return new Summariser.Source(paper.title(), paper.text(), SourceKind.ARXIV);
    }

    private static Reading reading(Abstract source, String summary) {
        String title = source.title().replaceAll("\\s+", " ");
        return new Reading(source.id(), title, Headlines.of(title, source.text()), source.text(), summary);
    }
}
