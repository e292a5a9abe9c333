package org.courant.cli.evaluate.sections;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import org.courant.learn.data.LabelledData;
import org.courant.learn.evaluate.Interval;
import org.courant.learn.evaluate.Measures;
import org.courant.learn.evaluate.Row;

/** What was measured, as tables. */
record Report(List<Row> rows, LabelledData labelled) {
    private static final double COVERAGE = 0.8;

    void print(OutputOption output, PrintWriter out) {
        Row last = rows.get(rows.size() - 1);
        if (output.isJson()) {
            OutputOption.print(
                    Map.of(
                            "papers",
                            labelled.papers().size(),
                            "leftOut",
                            labelled.leftOut(),
                            "contenders",
                            contenders().records(),
                            "sections",
                            sections(last).records()),
                    out);
            return;
        }
        out.printf(
                "%d papers of %d sections; %d lines left out, which the table of headings leaves out or does not know%n%n",
                labelled.papers().size(), labelled.labels().size(), labelled.leftOut());
        output.print(contenders(), out);
        out.printf("%n%s:%n", last.name());
        output.print(sections(last), out);
    }

    private Table contenders() {
        List<List<Object>> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(List.of(
                    row.name(),
                    text(row.macroF1()),
                    text(row.accuracy()),
                    text(row.calibrationError()),
                    text(row.riseAt(COVERAGE)),
                    Math.round(row.microseconds())));
        }
        return new Table(
                List.of("contender", "macroF1", "accuracy", "calibrationError", "riseAt80", "microseconds"), lines);
    }

    private static Table sections(Row row) {
        Map<String, Long> counts = new TreeMap<>();
        row.seeds().get(0).forEach(judged -> counts.merge(judged.paper().label(), 1L, Long::sum));
        List<List<Object>> lines = new ArrayList<>();
        for (String section : row.sections()) {
            lines.add(List.of(
                    section,
                    counts.getOrDefault(section, 0L),
                    text(row.of(judged -> Measures.ofSection(judged, section).precision())),
                    text(row.of(judged -> Measures.ofSection(judged, section).recall())),
                    text(row.of(judged -> Measures.ofSection(judged, section).f1()))));
        }
        return new Table(List.of("section", "papers", "precision", "recall", "f1"), lines);
    }

    private static String text(Interval interval) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", interval.mean(), interval.low(), interval.high());
    }
}
