package org.courant.lab.faults.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.courant.lab.faults.check.Checker;
import org.courant.lab.faults.check.Verdict;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.cluster.Directories;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.history.HistoryFile;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.schemas.topic.Topics;

/** Runs, one after another, each judged and reported. */
public final class Suite {
    /** As the settings of the services have it. */
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX, 3);

    private static final int MOST_SHOWN = 40;

    private final Reaper reaper;
    private final PrintWriter out;

    public Suite(Reaper reaper, PrintWriter out) {
        this.reaper = reaper;
        this.out = out;
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
        Path directory = settings.directory();
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        try (PrintWriter journal = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8), true)) {
            Journal.Log lines = text -> {
                journal.println(text);
                if (text.startsWith("due ") || text.startsWith("note: ")) {
                    out.println(text);
                    out.flush();
                }
            };
            RecordedHistory faulty = new FaultRun(settings, TOPICS, reaper, lines).run();
            new HistoryFile(directory).write(faulty);
            RecordedHistory undisturbed = new UndisturbedRun(settings, TOPICS, reaper).run(faulty);
            new HistoryFile(directory.resolve("undisturbed")).write(undisturbed);
            Verdict verdict = new Checker(TOPICS).judge(faulty, undisturbed);
            report(settings, faulty, verdict, log);
            if (verdict.isClean()) {
                Directories.clear(directory);
            }
            return verdict;
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + settings.seed() + ": " + e.getCause(), e);
        } catch (UncheckedIOException e) {
            throw new IOException("seed " + settings.seed() + ": " + e.getMessage(), e);
        }
    }

    private void report(RunSettings settings, RecordedHistory faulty, Verdict verdict, Path log) {
        verdict.violations().stream().limit(MOST_SHOWN).forEach(violation -> out.println("violation: " + violation));
        if (verdict.violations().size() > MOST_SHOWN) {
            out.printf("violation: ... and %d more%n", verdict.violations().size() - MOST_SHOWN);
        }
        out.println(verdict.witness());
        Gaps gaps = Gaps.of(faulty, TOPICS.digestEntries().name());
        for (EventKind kind : EventKind.values()) {
            Long times = verdict.witness().events().get(kind);
            if (times != null) {
                out.printf("  %-10s %3d times, to the next output %s%n", kind, times, gaps.line(kind));
            }
        }
        if (!verdict.isClean()) {
            out.printf("logs and history of seed %d: %s, %s%n", settings.seed(), settings.directory(), log);
        }
        out.printf(
                "seed %d: %d kills, %d lost, %d doubled, %d hung, %d other, gap %s%n",
                settings.seed(),
                verdict.witness().events().getOrDefault(EventKind.KILL, 0L),
                verdict.count(Kind.LOST),
                verdict.count(Kind.DOUBLED),
                verdict.count(Kind.HUNG),
                verdict.violations().size()
                        - verdict.count(Kind.LOST)
                        - verdict.count(Kind.DOUBLED)
                        - verdict.count(Kind.HUNG),
                gaps.line(EventKind.KILL));
        out.flush();
    }
}
