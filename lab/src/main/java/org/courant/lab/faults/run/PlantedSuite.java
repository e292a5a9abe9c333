package org.courant.lab.faults.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.courant.lab.faults.check.Verdict;
import org.courant.lab.faults.check.Violation;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.cluster.Directories;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.planted.Plant;
import org.courant.lab.faults.planted.PlantAgent;

/** Runs each of some planted bugs until the checker finds it, for a bounded number of runs. */
public final class PlantedSuite {
    private static final int MOST_RUNS = 3;

    private final Reaper reaper;
    private final PrintWriter out;

    public PlantedSuite(Reaper reaper, PrintWriter out) {
        this.reaper = reaper;
        this.out = out;
    }

    /**
     * Prints a line for each.
     *
     * @param settings for a bug, and for the number of its run
     * @return whether each was found
     */
    public boolean run(List<Plant> plants, BiFunction<Plant, Integer, RunSettings> settings)
            throws IOException, InterruptedException {
        boolean all = true;
        for (Plant plant : plants) {
            all &= isFound(plant, settings);
        }
        return all;
    }

    private boolean isFound(Plant plant, BiFunction<Plant, Integer, RunSettings> settings)
            throws IOException, InterruptedException {
        long faults = 0;
        long begin = System.nanoTime();
        for (int number = 1; number <= MOST_RUNS; number++) {
            RunSettings next = settings.apply(plant, number);
            Verdict verdict = judge(next);
            faults += faults(verdict);
            if (!isPlanted(next.directory())) {
                print(plant, "NOT PLANTED: no process has loaded the method that it changes", faults, begin);
                return false;
            }
            Directories.clear(next.directory());
            List<String> found = objections(verdict);
            if (!found.isEmpty()) {
                print(plant, "found by " + String.join(", ", found), faults, begin);
                return true;
            }
        }
        print(plant, "MISSED in " + MOST_RUNS + " runs", faults, begin);
        return false;
    }

    private Verdict judge(RunSettings settings) throws IOException, InterruptedException {
        try (PrintWriter journal =
                new PrintWriter(Files.newBufferedWriter(settings.log(), StandardCharsets.UTF_8), true)) {
            Verdict verdict = Judged.of(settings, reaper, journal::println).verdict();
            verdict.violations().forEach(violation -> journal.println("violation: " + violation));
            return verdict;
        }
    }

    /** Invariants that object to more than that a small machine has taken its time. */
    private static List<String> objections(Verdict verdict) {
        return verdict.violations().stream()
                .filter(violation -> violation.kind() != Kind.HUNG)
                .map(Violation::invariant)
                .distinct()
                .toList();
    }

    private static long faults(Verdict verdict) {
        return Stream.of(EventKind.KILL, EventKind.PAUSE, EventKind.POISON)
                .mapToLong(kind -> verdict.witness().events().getOrDefault(kind, 0L))
                .sum();
    }

    /** Whether some process says that it was changed. */
    private static boolean isPlanted(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (Files.readString(log, StandardCharsets.ISO_8859_1).contains(PlantAgent.WITNESS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void print(Plant plant, String outcome, long faults, long begin) {
        out.printf(
                "%-30s %2d faults %4d s  %s%n",
                plant.name(), faults, (System.nanoTime() - begin) / 1_000_000_000, outcome);
        out.flush();
    }
}
