package org.courant.lab.faults.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.lab.Percentile;
import org.courant.lab.faults.check.Violation.Kind;

/** Adds up the results of runs: a row for each kind of fault, and a last line. */
public final class ResultTable {
    private static final String KILL = "kill ";

    private final List<Result> results;

    ResultTable(List<Result> results) {
        this.results = List.copyOf(results);
    }

    /** Those of a file. */
    public static ResultTable of(Path file) throws IOException {
        return new ResultTable(Result.read(file));
    }

    /** Prints Markdown. */
    public void print(PrintWriter out) {
        Map<String, List<Long>> gaps = new TreeMap<>();
        Map<String, Long> violations = new TreeMap<>();
        for (Result result : results) {
            result.gaps()
                    .forEach((fault, each) -> gaps.computeIfAbsent(fault, any -> new ArrayList<>())
                            .addAll(each));
            result.violations().forEach((kind, count) -> violations.merge(kind, count, Long::sum));
        }
        out.println("| fault | tries | to the next output, p50 | p99 |");
        out.println("|---|---|---|---|");
        gaps.forEach((fault, each) ->
                out.printf("| %s | %d | %s | %s |%n", fault, each.size(), percentile(each, 50), percentile(each, 99)));
        List<Long> kills = gaps.entrySet().stream()
                .filter(fault -> fault.getKey().startsWith(KILL))
                .flatMap(fault -> fault.getValue().stream())
                .toList();
        long found = violations.values().stream().mapToLong(Long::longValue).sum();
        long lost = violations.getOrDefault(Kind.LOST.name(), 0L);
        long doubled = violations.getOrDefault(Kind.DOUBLED.name(), 0L);
        long hung = violations.getOrDefault(Kind.HUNG.name(), 0L);
        out.printf(
                "%d runs, %d records aborted%n",
                results.size(), results.stream().mapToLong(Result::aborted).sum());
        out.printf(
                "%d kills, %d lost, %d doubled, %d hung, %d other, gap p50 %s p99 %s%n",
                kills.size(),
                lost,
                doubled,
                hung,
                found - lost - doubled - hung,
                percentile(kills, 50),
                percentile(kills, 99));
    }

    private static String percentile(List<Long> millis, int percent) {
        return Percentile.seconds(millis.stream().filter(each -> each >= 0).toList(), percent);
    }
}
