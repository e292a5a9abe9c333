package org.courant.lab.gaps;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.courant.lab.faults.cluster.Cluster;
import org.courant.lab.faults.cluster.Node;
import org.courant.lab.faults.cluster.Role;
import org.courant.lab.faults.cluster.Waiting;
import org.courant.lab.faults.world.FeedWorld;
import org.courant.lab.gaps.Arrivals.Arrival;

/** Kills one process after the other while items flow, and measures the longest wait of an item for each kill. */
final class GapRun {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What an item waits at most where nothing is wrong. */
    private static final Duration NORMAL = Duration.ofSeconds(5);

    private static final Duration QUIET = Duration.ofSeconds(6);

    private final Cluster cluster;
    private final FeedWorld world;
    private final Kind kind;
    private final Random random;
    private final PrintWriter out;

    /**
     * What is done at each kill.
     *
     * @param startsAgain whether the killed process is started again at once; else others have to take over
     * @param losesState whether it has lost its local state then
     * @param forgetsName whether it is a stranger to its group then, as by Kafka's defaults
     * @param watched for how long at least; what others do goes on meanwhile, and says nothing
     */
    record Kind(boolean startsAgain, boolean losesState, boolean forgetsName, Duration watched) {}

    GapRun(Cluster cluster, FeedWorld world, Kind kind, long seed, PrintWriter out) {
        this.cluster = cluster;
        this.world = world;
        this.kind = kind;
        this.random = new Random(seed);
        this.out = out;
    }

    /** The longest wait for each kill, in their order. */
    List<Duration> run(Arrivals arrivals, int kills, int rate) throws IOException {
        List<Duration> gaps = new ArrayList<>();
        Role role = Role.ENRICH;
        for (int kill = 1; kill <= kills; kill++) {
            flow(arrivals, rate, QUIET);
            List<Node> nodes = nodes(role);
            Node victim = nodes.get(random.nextInt(nodes.size()));
            Instant killed = Instant.now();
            victim.kill();
            if (kind.losesState()) {
                victim.loseState();
            }
            if (kind.forgetsName()) {
                forgetName(victim);
            }
            if (kind.startsAgain()) {
                victim.start();
            }
            flow(arrivals, rate, kind.watched());
            Duration gap = arrivals.since(killed).stream()
                    .map(Arrival::waited)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            gaps.add(gap);
            out.printf("kill %d, %s: an item waited %.1f s%n", kill, victim.name(), gap.toMillis() / 1000.0);
            out.flush();
            victim.start();
            role = role == Role.ENRICH ? Role.PUBLISH : Role.ENRICH;
        }
        return gaps;
    }

    private List<Node> nodes(Role role) {
        return cluster.services().stream()
                .filter(node -> node.spec().role() == role)
                .toList();
    }

    /** Publishes items until all that runs is ready, and all that arrives has arrived in time for a while. */
    private void flow(Arrivals arrivals, int rate, Duration atLeast) {
        Instant begin = Instant.now();
        Waiting.until("items in time", PATIENCE, () -> {
            world.publish(rate);
            Waiting.pause(Duration.ofSeconds(1));
            Instant now = Instant.now();
            List<Arrival> recent = arrivals.since(now.minus(QUIET));
            return now.isAfter(begin.plus(atLeast))
                    && cluster.services().stream().filter(Node::isAlive).allMatch(Node::isReady)
                    && recent.size() > rate
                    && recent.stream().allMatch(each -> each.waited().compareTo(NORMAL) < 0);
        });
    }

    private static void forgetName(Node node) throws IOException {
        Path state = node.spec().state();
        if (state != null && Files.isDirectory(state)) {
            try (var locks = Files.newDirectoryStream(state, "*.lock")) {
                for (Path lock : locks) {
                    Files.delete(lock);
                }
            }
        }
    }
}
