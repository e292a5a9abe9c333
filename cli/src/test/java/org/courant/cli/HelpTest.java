package org.courant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithAnExample(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--help");

        CommandRun run = CommandRun.of(arguments.toArray(new String[0]));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: courant " + String.join(" ", command))
                .contains("Examples:")
                .contains("  courant " + String.join(" ", command));
    }

    @Test
    void withoutACommandTheHelpIsShownAsAnError() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains("Usage: courant").contains("courant demo");
    }

    @Test
    void theHelpTellsTheExitCodes() {
        assertThat(CommandRun.of("--help").out())
                .contains("Exit codes: 0 done, 1 failed, 2 bad usage or settings, 3 nothing to do.");
    }

    static Stream<List<String>> commands() {
        Console console = new Console(
                new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Map.of(), false, 100);
        return below(Courant.commandLine(console, () -> CommandRun.NOW), List.of());
    }

    private static Stream<List<String>> below(CommandLine command, List<String> path) {
        return command.getSubcommands().entrySet().stream().flatMap(entry -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(entry.getKey());
            return Stream.concat(Stream.of(longer), below(entry.getValue(), longer));
        });
    }
}
