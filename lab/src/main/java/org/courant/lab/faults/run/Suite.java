package org.courant.lab.faults.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.courant.lab.faults.check.Verdict;
import org.courant.lab.faults.cluster.Directories;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.history.RecordedHistory;
import org.jspecify.annotations.Nullable;

/** Runs, one after another, each judged and reported. */
public final class Suite {
    private static final int MOST_SHOWN = 40;

    private final Reaper reaper;
    private final PrintWriter out;
    private final @Nullable Path results;

    /** @param results file to which a line is added for each run; null for none */
    public Suite(Reaper reaper, PrintWriter out, @Nullable Path results) {
        this.reaper = reaper;
        this.out = out;
        this.results = results;
    }

    /** Whether none of so many runs violated anything. */
    public boolean runs(int count, IntFunction<RunSettings> settings) throws IOException, InterruptedException {
        boolean clean = true;
        for (int number = 0; number < count; number++) {
            clean &= run(settings.apply(number)).isClean();
        }
        return clean;
    }

    /** Whether none of the runs that fit into the time violated anything; two at least. */
    public boolean within(Duration time, IntFunction<RunSettings> settings) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        boolean clean = true;
        long longest = 0;
        for (int number = 0; number < 2 || System.nanoTime() - begin + longest < time.toNanos(); number++) {
            long start = System.nanoTime();
            clean &= run(settings.apply(number)).isClean();
            longest = Math.max(longest, System.nanoTime() - start);
        }
        return clean;
    }

    private Verdict run(RunSettings settings) throws IOException, InterruptedException {
        out.printf(
                "seed %d, %d kills, %d broker%s%n",
                settings.seed(), settings.kills(), settings.brokers(), settings.brokers() == 1 ? "" : "s");
        out.flush();
        Path log = settings.log();
        try (PrintWriter journal = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8), true)) {
            Journal.Log lines = text -> {
                journal.println(text);
                if (text.startsWith("due ") || text.startsWith("note: ")) {
                    out.println(text);
                    out.flush();
                }
            };
            Instant begin = Instant.now();
            Judged judged = Judged.of(settings, reaper, lines);
            out.println(times(begin, judged.faulty()));
            report(settings, judged, log);
            if (judged.verdict().isClean()) {
                Directories.clear(settings.directory());
            } else {
                judged.keep(settings.directory());
            }
            return judged.verdict();
        }
    }

    /** Where the time of a run went. */
    private static String times(Instant begin, RecordedHistory faulty) {
        Instant healed = faulty.at(EventKind.HEALED);
        Instant calm = faulty.at(EventKind.CALM);
        return "took %d s: %d to start, %d with faults, %d to calm, %d to record, run undisturbed and judge"
                .formatted(
                        seconds(begin, Instant.now()),
                        seconds(begin, faulty.begin()),
                        seconds(faulty.begin(), healed),
                        seconds(healed, calm),
                        seconds(calm, Instant.now()));
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private void report(RunSettings settings, Judged judged, Path log) throws IOException {
        Verdict verdict = judged.verdict();
        verdict.violations().stream().limit(MOST_SHOWN).forEach(violation -> out.println("violation: " + violation));
        if (verdict.violations().size() > MOST_SHOWN) {
            out.printf("violation: ... and %d more%n", verdict.violations().size() - MOST_SHOWN);
        }
        out.println(verdict.witness());
        if (!verdict.isClean()) {
            out.printf("logs and history of seed %d: %s, %s%n", settings.seed(), settings.directory(), log);
        }
        Result result = Result.of(settings, Judged.TOPICS, judged.faulty(), verdict);
        if (results != null) {
            result.append(results);
        }
        new ResultTable(List.of(result)).print(out);
        out.flush();
    }
}
