package org.courant.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.courant.testkit.TestCluster;

/**
 * What a command came to.
 *
 * @param exitCode exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {
    /** Where the clock of every run stands. */
    public static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    /** Runs a command with no environment variable set. */
    public static CommandRun of(String... arguments) {
        return with(Map.of(), arguments);
    }

    /** Runs a command. */
    public static CommandRun with(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), environment, false, 100);
        int exitCode = on(console, arguments);
        console.out().flush();
        console.err().flush();
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Runs a command that writes here, and returns its exit code. */
    public static int on(Console console, String... arguments) {
        return Courant.commandLine(console, () -> NOW).execute(arguments);
    }

    /** Variables that lead a command to topics on a cluster. */
    public static Map<String, String> environment(TestCluster cluster, String prefix, int partitions) {
        return Map.of(
                "COURANT_KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrapServers(),
                "COURANT_REGISTRY_URL", cluster.registryUrl(),
                "COURANT_TOPICS_PREFIX", prefix,
                "COURANT_TOPICS_PARTITIONS", String.valueOf(partitions));
    }

    /** The connection that such variables lead to. */
    public static Connection connection(Map<String, String> environment) {
        return Connection.from(SettingsFile.parse("", environment, new Problems("test")));
    }
}
