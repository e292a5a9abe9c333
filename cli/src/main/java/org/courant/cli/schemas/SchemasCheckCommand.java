package org.courant.cli.schemas;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.settings.ConfigOption;
import org.courant.service.kafka.Connection;
import org.courant.service.registry.SchemaAdmin;
import org.courant.service.registry.SubjectState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code courant schemas check}. */
@Command(
        name = "check",
        description = {
            "Tells whether the registry has the schema of every topic as this build writes it; changes nothing.",
            "Exit code 0 if it has, 1 if not."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant schemas check", "  courant schemas check --config prod.yaml --output json"})
final class SchemasCheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    SchemasCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        List<SubjectState> states = new SchemaAdmin(connection).plan();
        output.print(SubjectTable.of(states), console.out());
        List<String> problems = states.stream()
                .map(SubjectState::problem)
                .flatMap(Optional::stream)
                .toList();
        problems.forEach(problem -> console.err().println("courant: " + problem));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
