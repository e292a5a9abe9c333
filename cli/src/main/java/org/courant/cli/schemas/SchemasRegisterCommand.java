package org.courant.cli.schemas;

import java.util.List;
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
import picocli.CommandLine.Option;

/** {@code courant schemas register}. */
@Command(
        name = "register",
        description = {
            "Sets every subject to " + SchemaAdmin.COMPATIBILITY
                    + " and registers the schemas of this build. It deletes"
                    + " nothing and may be run again at any time; a schema that is there is left alone.",
            "Exit code 0 if all schemas are now registered, 1 if the registry refuses one; with --dry-run 3 if there is"
                    + " nothing to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant schemas register --dry-run", "  courant schemas register --config prod.yaml"})
final class SchemasRegisterCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--dry-run", description = "show what would be done and change nothing")
    private boolean dryRun;

    SchemasRegisterCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        SchemaAdmin schemas = new SchemaAdmin(connection);
        List<SubjectState> before = dryRun ? schemas.plan() : schemas.register();
        output.print(SubjectTable.of(dryRun ? before : schemas.plan()), console.out());
        return outcome(before);
    }

    private int outcome(List<SubjectState> before) {
        List<String> refused = before.stream()
                .filter(SubjectState.Incompatible.class::isInstance)
                .flatMap(state -> state.problem().stream())
                .toList();
        refused.forEach(problem -> console.err().println("courant: " + problem));
        if (!refused.isEmpty()) {
            return ExitCode.FAILED;
        }
        long missing =
                before.stream().filter(SubjectState.Missing.class::isInstance).count();
        console.err().println(summary(missing, before.size()));
        return dryRun && missing == 0 ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private String summary(long missing, int all) {
        if (missing == 0) {
            return "all " + all + " schemas are registered";
        }
        return dryRun
                ? missing + " of " + all + " schemas would be registered (--dry-run)"
                : missing + " of " + all + " schemas registered";
    }
}
