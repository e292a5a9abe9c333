package org.courant.cli.evaluate.summaries;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.courant.cli.evaluate.summaries.Evaluation.Reading;
import org.courant.cli.output.Table;

/** The figures for people and for programs. */
final class Report {
    private static final int MOST_POINTERS = 40;

    private Report() {}

    static void print(Evaluation evaluation, String part, PrintWriter out) {
        for (Reading reading : evaluation.sample()) {
            out.println(reading.id() + "  " + reading.headline());
            out.println("  source   " + reading.text().replaceAll("\\s+", " "));
            out.println("  summary  " + reading.summary());
            out.println();
        }
        out.println("SciTLDR " + part + ", " + evaluation.papers() + " papers, F1 in percent");
        rouge(evaluation).lines().forEach(out::println);
        out.println();
        out.println(evaluation.summariser() + " on abstracts of the daily lists");
        style(evaluation).lines().forEach(out::println);
        evaluation.style().examples().forEach(example -> out.println("  not in its source: " + example));
        out.println();
        pointers(evaluation.coherence(), out);
        out.println();
        bars(evaluation).lines().forEach(out::println);
    }

    private static void pointers(Coherence coherence, PrintWriter out) {
        out.println(Coherence.RULE);
        coherence.pointers().stream()
                .limit(MOST_POINTERS)
                .forEach(pointer -> out.println("  " + pointer.id() + "  " + pointer.sentence()));
        coherence.loseEveryFigure().forEach(id -> out.println("  loses every figure: " + id));
        out.println();
    }

    static Map<String, Object> json(Evaluation evaluation, String part) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("summariser", evaluation.summariser());
        values.put("part", part);
        values.put("papers", evaluation.papers());
        values.put("rouge", rouge(evaluation).records());
        values.put("abstracts", style(evaluation).records());
        values.put("unfaithfulExamples", evaluation.style().examples());
        values.put("papersThatLoseEveryFigure", evaluation.coherence().loseEveryFigure());
        values.put("bars", evaluation.bars().stream().map(Bar::values).toList());
        values.put("sample", evaluation.sample().stream().map(Report::json).toList());
        return values;
    }

    private static Map<String, Object> json(Reading reading) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", reading.id());
        values.put("publishedTitle", reading.publishedTitle());
        values.put("headline", reading.headline());
        values.put("source", reading.text());
        values.put("summary", reading.summary());
        return values;
    }

    private static Table rouge(Evaluation evaluation) {
        return new Table(
                List.of("summary", "rouge1", "rouge2", "rougeL", "words"),
                evaluation.rouge().stream()
                        .map(row -> List.<Object>of(
                                row.summary(),
                                rounded(row.rouge1()),
                                rounded(row.rouge2()),
                                rounded(row.rougeL()),
                                rounded(row.words())))
                        .toList());
    }

    private static Table style(Evaluation evaluation) {
        Style style = evaluation.style();
        return new Table(
                List.of("figure", "value"),
                List.of(
                        List.of("abstracts", style.summaries()),
                        List.of("words of an abstract", rounded(style.sourceWords())),
                        List.of("words of a summary", rounded(style.words())),
                        List.of("sentences of a summary", rounded(style.sentences())),
                        List.of(
                                "percent of 120 to 180 words, of abstracts that have them",
                                rounded(100 * style.inRange())),
                        List.of("words of the longest", style.longest()),
                        List.of("with a first person left", style.withFirstPerson()),
                        List.of("with an address or a citation left", style.withPlaceOrCitation()),
                        List.of("tokens that the source does not have", style.unfaithful()),
                        List.of(
                                "percent of word pairs that the source does not have",
                                rounded(100 * style.novelBigrams())),
                        List.of(
                                "microseconds of a core for a summary",
                                rounded(evaluation.throughput().micros()))));
    }

    private static Table bars(Evaluation evaluation) {
        return new Table(
                List.of("bar", "value", "expected", "met"),
                evaluation.bars().stream()
                        .map(bar -> List.<Object>of(
                                bar.figure(),
                                rounded(bar.value()),
                                (bar.atMost() ? "at most " : "at least ") + bar.least(),
                                bar.isMet() ? "yes" : "NO"))
                        .toList());
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", value));
    }
}
