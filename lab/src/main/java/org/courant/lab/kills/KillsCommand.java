package org.courant.lab.kills;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.courant.lab.faults.cluster.Ports;
import org.courant.lab.faults.cluster.Reaper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab/run kills}. */
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills the embedded broker again and again under sixteen transactional producers, and counts the transactions"
                    + " that stay open for ever. About fifteen seconds a kill.",
            "Exit code 0 where none was left, 1 where one was."
        })
public final class KillsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "N", defaultValue = "20", description = "SIGKILLs (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--control", description = "the broker as Kafka itself starts it, without Courant's cure")
    private boolean control;

    @Option(names = "--seed", description = "decides how long the load lasts before each kill (default: a fresh one)")
    private @Nullable Long seed;

    @Option(names = "--directory", description = "an empty or missing one (default: a new one in lab/target/kills)")
    private @Nullable Path directory;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        long drawn = seed == null ? new Random().nextInt(1_000_000) : seed;
        Path home = directory == null
                ? Files.createTempDirectory(
                        Files.createDirectories(Path.of(System.getProperty("courant.home", "."), "lab/target/kills")),
                        "run-")
                : Files.createDirectories(directory);
        String mode = control ? BrokerUnderLoad.CONTROL : BrokerUnderLoad.EMBEDDED;
        out.printf("%d kills of the %s broker, seed %d, in %s%n", kills, mode, drawn, home);
        try (Reaper reaper = Reaper.start()) {
            KillLoop loop = new KillLoop(home, mode, new Ports().next(), drawn, reaper, out);
            int hung = loop.run(kills);
            out.printf(
                    "%d kills, %d left hanging transactions, on %d partitions in all%n",
                    kills, hung, loop.partitions());
            return hung == 0 ? 0 : 1;
        }
    }
}
