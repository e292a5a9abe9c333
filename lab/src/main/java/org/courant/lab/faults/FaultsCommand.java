package org.courant.lab.faults;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.courant.lab.faults.cluster.Product;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.planted.Plant;
import org.courant.lab.faults.planted.Plants;
import org.courant.lab.faults.planted.Provocation;
import org.courant.lab.faults.run.PlantedSuite;
import org.courant.lab.faults.run.ResultTable;
import org.courant.lab.faults.run.RunSettings;
import org.courant.lab.faults.run.Suite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab/run faults}. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the product under faults that are drawn from a seed, and judges what it leaves behind.",
            "Exit code 0 where nothing was violated, 1 where something was, 2 for a bad option."
        })
public final class FaultsCommand implements Callable<Integer> {
    /** For who gives none: always the same, so that a change of the product is what makes the difference. */
    private static final long FIXED_SEED = 7;

    private static final int INSTANCES = 2;
    private static final int FEW_KILLS = 3;

    /** Seconds: what hangs is not waited for as long as otherwise. */
    private static final int PLANTED_CALM = 150;

    @Option(names = "--kills", defaultValue = "20", description = "SIGKILLs in one run (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--seed", description = "decides everything that is drawn (default: a fresh one)")
    private @Nullable Long seed;

    @Option(names = "--runs", defaultValue = "1", description = "runs, with seeds that follow each other (default: 1)")
    private int runs;

    @Option(
            names = "--minutes",
            description = "a short form for a build: a run with a fixed seed and runs with fresh ones, " + FEW_KILLS
                    + " kills each at most," + " none begun that would last beyond this time")
    private @Nullable Integer minutes;

    @Option(names = "--brokers", description = "1 or 3 (default: the seed decides)")
    private @Nullable Integer brokers;

    @Option(
            names = "--every",
            defaultValue = "10",
            description = "seconds between two kills, on average (default: ${DEFAULT-VALUE})")
    private int every;

    @Option(names = "--rate", defaultValue = "2", description = "items a second (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--poison", description = "records that cannot be processed, too")
    private boolean poison;

    @Option(names = "--full-disk", description = "full disks, too (needs the right to mount)")
    private boolean fullDisk;

    @Option(names = "--clocks", description = "clocks that are off, too (needs Debian's faketime)")
    private boolean clocks;

    @Option(
            names = "--directory",
            description = "where runs keep their data and logs (default: lab/target/faults); a clean run's are deleted")
    private @Nullable Path directory;

    @Option(names = "--results", description = "file to which a line is added for each run")
    private @Nullable Path results;

    @Option(names = "--table", description = "adds up the runs of such a file, and runs nothing")
    private @Nullable Path table;

    @Option(
            names = "--calm",
            defaultValue = "240",
            description = "seconds in which everything must have come to rest (default: ${DEFAULT-VALUE})")
    private int calm;

    @Option(
            names = "--planted",
            split = ",",
            paramLabel = "NAME",
            description = "bugs that the services are to have, one after another; 'list' prints them."
                    + " Exit code 0 where the checker finds each")
    private List<String> planted = List.of();

    @Option(names = "--all-planted", description = "every planted bug")
    private boolean allPlanted;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(System.getProperty("courant.home", ".")).toAbsolutePath();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Product product = Product.in(home);
        Path runsIn = directory == null ? home.resolve("lab/target/faults") : directory.toAbsolutePath();
        Files.createDirectories(runsIn);
        if (table != null) {
            ResultTable.of(table).print(out);
            return 0;
        }
        if (planted.contains("list")) {
            Plants.all().values().forEach(each -> out.printf("%-30s %s%n", each.name(), each.description()));
            return 0;
        }
        try (Reaper reaper = Reaper.start()) {
            if (allPlanted || !planted.isEmpty()) {
                return new PlantedSuite(reaper, out)
                                .run(plants(), (plant, run) -> settings(product, runsIn, plant, run))
                        ? 0
                        : 1;
            }
            Suite suite = new Suite(reaper, out, results);
            if (minutes != null) {
                return suite.within(
                                Duration.ofMinutes(minutes),
                                number -> settings(
                                        product,
                                        runsIn,
                                        number == 0 ? FIXED_SEED : fresh(),
                                        Math.min(kills, FEW_KILLS)))
                        ? 0
                        : 1;
            }
            long first = seed == null ? fresh() : seed;
            return suite.runs(runs, number -> settings(product, runsIn, first + number, kills)) ? 0 : 1;
        }
    }

    private List<Plant> plants() {
        return allPlanted
                ? List.copyOf(Plants.all().values())
                : planted.stream().map(Plants::named).toList();
    }

    /** A small system: one broker, and one process of each service where the bug does not need two. */
    private RunSettings settings(Product product, Path runsIn, Plant plant, int run) {
        return new RunSettings(
                runsIn.resolve(plant.name()),
                product,
                Optional.of(plant),
                run,
                plant.provocation().times(),
                1,
                plant.provocation().kind() == Provocation.Kind.PAUSE ? 2 : 1,
                Duration.ofSeconds(every),
                rate,
                false,
                false,
                false,
                Duration.ofSeconds(PLANTED_CALM));
    }

    private RunSettings settings(Product product, Path runsIn, long drawn, int howMany) {
        // One seed in four has three brokers, which take more of the machine.
        int drawnBrokers = new Random(drawn).nextInt(4) == 0 ? 3 : 1;
        return new RunSettings(
                runsIn.resolve("seed-" + drawn),
                product,
                Optional.empty(),
                drawn,
                howMany,
                Optional.ofNullable(brokers).orElse(drawnBrokers),
                INSTANCES,
                Duration.ofSeconds(every),
                rate,
                poison,
                fullDisk,
                clocks,
                Duration.ofSeconds(calm));
    }

    private static long fresh() {
        return new Random().nextInt(1_000_000);
    }
}
