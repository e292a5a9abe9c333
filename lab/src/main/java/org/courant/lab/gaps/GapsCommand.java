package org.courant.lab.gaps;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.courant.lab.Percentile;
import org.courant.lab.faults.cluster.Cluster;
import org.courant.lab.faults.cluster.Command;
import org.courant.lab.faults.cluster.Overlay;
import org.courant.lab.faults.cluster.Overlay.Setting;
import org.courant.lab.faults.cluster.Product;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.cluster.Shape;
import org.courant.lab.faults.world.FeedWorld;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab/run gaps}. */
@CommandLine.Command(
        name = "gaps",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills enrich and publish by turns while items flow, and measures the longest time that an item waits for that,"
                    + " from when it was written to when its entry is read. The killed process is started again at once.",
            "Exit code 0; it measures and judges nothing."
        })
public final class GapsCommand implements Callable<Integer> {
    private static final int FEEDS = 4;
    private static final Duration TAKE_OVER = Duration.ofSeconds(20);
    private static final Duration TAKE_OVER_BY_DEFAULTS = Duration.ofSeconds(75);

    /** Those of Kafka Streams, where Courant's are others. */
    private static final List<Setting> DEFAULTS = List.of(
            new Setting("kafka", "session.timeout.ms", "45000"),
            new Setting("kafka", "heartbeat.interval.ms", "3000"),
            new Setting("kafka", "transaction.timeout.ms", "10000"));

    @Option(names = "--kills", defaultValue = "20", description = "SIGKILLs (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--lose-state", description = "the killed process has lost its local state")
    private boolean loseState;

    @Option(
            names = "--second",
            description = "two processes of each service; the killed one is started again only after the measurement")
    private boolean second;

    @Option(names = "--kafka-defaults", description = "Kafka's own time-outs, and no name in the group that lasts")
    private boolean defaults;

    @Option(names = "--rate", defaultValue = "4", description = "items a second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seed", defaultValue = "7", description = "of the items and the victims (default: 7)")
    private long seed;

    @Option(names = "--directory", description = "an empty or missing one (default: a new one in lab/target/gaps)")
    private @Nullable Path directory;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path home = Path.of(System.getProperty("courant.home", ".")).toAbsolutePath();
        Path runIn = directory == null
                ? Files.createTempDirectory(Files.createDirectories(home.resolve("lab/target/gaps")), "run-")
                : Files.createDirectories(directory.toAbsolutePath());
        Overlay overlay = defaults ? new Overlay(List.of(), DEFAULTS) : Overlay.NONE;
        GapRun.Kind kind = new GapRun.Kind(!second, loseState, defaults, defaults ? TAKE_OVER_BY_DEFAULTS : TAKE_OVER);
        try (Reaper reaper = Reaper.start();
                FeedWorld world = FeedWorld.start(seed, FEEDS);
                Cluster cluster = new Cluster(
                        runIn,
                        Product.in(home),
                        role -> overlay,
                        new Shape(1, second ? 2 : 1),
                        world.sources(),
                        reaper)) {
            cluster.start();
            List.of(cluster.begin("topics", "apply"), cluster.begin("schemas", "register"))
                    .forEach(Command::await);
            Command sources = cluster.begin("sources", "apply");
            cluster.startServices();
            sources.await();
            try (Arrivals arrivals = Arrivals.start(
                    cluster.clientServers(), Topics.standard().digestEntries().name())) {
                GapRun run = new GapRun(cluster, world, kind, seed, out);
                out.println(line(run.run(arrivals, kills, rate)));
            }
        }
        return 0;
    }

    private static String line(List<Duration> gaps) {
        List<Long> millis = gaps.stream().map(Duration::toMillis).toList();
        return "%d kills, longest wait p50 %s p99 %s"
                .formatted(gaps.size(), Percentile.seconds(millis, 50), Percentile.seconds(millis, 99));
    }
}
