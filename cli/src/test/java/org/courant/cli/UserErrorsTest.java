package org.courant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserErrorsTest {
    private static final String NO_STACK_TRACE = "at org.courant";

    @Test
    void aMistypedCommandIsMetWithTheRightOne() {
        CommandRun run = CommandRun.of("topic");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err())
                .contains("'topic'")
                .contains("Did you mean: courant topics")
                .contains("see: courant --help");
    }

    @Test
    void aBadOptionLeadsToTheHelpOfTheCommand() {
        CommandRun run = CommandRun.of("topics", "apply", "--dryrun");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains("--dryrun").contains("see: courant topics apply --help");
    }

    @Test
    void allThatIsWrongWithTheSettingsIsSaidAtOnceWithLines(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("courant.yaml");
        Files.writeString(file, """
                kafka:
                  bootstrap.servers: localhost:1
                topics:
                  partitoins: 3
                  replication: many
                """);

        CommandRun run = CommandRun.of("topics", "check", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err())
                .contains(file + ":4: unknown key 'topics.partitoins'; did you mean 'partitions'?")
                .contains(file + ":5: topics.replication is 'many'; expected a whole number from 1 to 9")
                .doesNotContain(NO_STACK_TRACE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anUnknownSectionIsMetWithTheRightOne(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("courant.yaml");
        Files.writeString(file, "kafk:\n  bootstrap.servers: localhost:1\n");

        CommandRun run = CommandRun.of("topics", "check", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains(file + ":1: unknown key 'kafk'; did you mean 'kafka'?");
    }

    @Test
    void aSettingsFileThatIsNotThereIsNamed() {
        CommandRun run = CommandRun.of("topics", "check", "--config", "/nowhere/courant.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains("/nowhere/courant.yaml").contains("--config");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNamedWithTheSettingThatLeadsToIt() {
        CommandRun run =
                CommandRun.with(Map.of("COURANT_REGISTRY_URL", "http://127.0.0.1:9/ccompat"), "schemas", "check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("http://127.0.0.1:9/ccompat")
                .contains("registry.url")
                .doesNotContain(NO_STACK_TRACE);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamedWithTheSettingThatLeadsToIt() {
        CommandRun run = CommandRun.with(Map.of("COURANT_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9"), "topics", "check");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("Kafka at 127.0.0.1:9")
                .contains("kafka.bootstrap.servers")
                .doesNotContain(NO_STACK_TRACE);
    }

    @Test
    void aStackTraceIsThereForWhoeverAsks() {
        CommandRun run = CommandRun.with(
                Map.of("COURANT_REGISTRY_URL", "http://127.0.0.1:9/ccompat"), "schemas", "check", "--debug");

        assertThat(run.err()).contains(NO_STACK_TRACE);
    }

    @Test
    void aReadingCannotStartAtAPlaceThatIsNone() {
        CommandRun run = CommandRun.of("tail", "--from", "yesterday");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains("'yesterday' is none of beginning, end");
    }
}
