package org.courant.lab.kills;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.cluster.Waiting;

/** Starts the child, kills it under load, starts it again on the same directory, and so on. */
final class KillLoop {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SHORTEST_LOAD_MILLIS = 200;
    private static final int LONGEST_LOAD_MILLIS = 1_500;

    private final Path directory;
    private final String mode;
    private final int port;
    private final Random random;
    private final Reaper reaper;
    private final PrintWriter out;
    private final Set<String> hanging = new HashSet<>();

    /** @param mode what the child is told to run */
    KillLoop(Path directory, String mode, int port, long seed, Reaper reaper, PrintWriter out) {
        this.directory = directory;
        this.mode = mode;
        this.port = port;
        this.random = new Random(seed);
        this.reaper = reaper;
        this.out = out;
    }

    /**
     * Kills so many times, each kill in the middle of transactions.
     *
     * @return after how many kills transactions were left open that were not before
     */
    int run(int kills) throws IOException, InterruptedException {
        int hung = 0;
        for (int start = 0; start <= kills; start++) {
            Path output = directory.resolve("broker.out");
            Process child = start(output);
            try {
                Predicate<String> reached = line -> line.equals(BrokerUnderLoad.LOADED);
                Waiting.until("load on the broker, see " + output, PATIENCE, () -> {
                    if (!child.isAlive()) {
                        throw new IllegalStateException("the broker ended by itself, see " + output);
                    }
                    return lines(output).stream().anyMatch(reached);
                });
                List<String> added = new ArrayList<>();
                for (String line : lines(output)) {
                    // Its coordinator may be at another transaction of the same producer by now.
                    if (line.startsWith(BrokerUnderLoad.HANGING)
                            && hanging.add(line.substring(0, line.lastIndexOf(", state=")))) {
                        added.add(line);
                    }
                }
                hung += added.isEmpty() ? 0 : 1;
                added.forEach(out::println);
                out.printf("%d kills, %d of them left hanging transactions%n", start, hung);
                out.flush();
                Waiting.pause(Duration.ofMillis(random.nextInt(SHORTEST_LOAD_MILLIS, LONGEST_LOAD_MILLIS)));
            } finally {
                child.destroyForcibly().waitFor();
                reaper.remove(child.pid());
            }
        }
        return hung;
    }

    /** Transactions and partitions that were left open, all together. */
    int partitions() {
        return hanging.size();
    }

    private Process start(Path output) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerUnderLoad.class.getName(),
                        directory.resolve("data").toString(),
                        String.valueOf(port),
                        mode)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        reaper.add(child.pid());
        return child;
    }

    private static List<String> lines(Path output) {
        try {
            return Files.readAllLines(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("output of the broker cannot be read from " + output, e);
        }
    }
}
