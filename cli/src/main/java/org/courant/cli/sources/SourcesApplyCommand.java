package org.courant.cli.sources;

import java.util.List;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import org.courant.cli.settings.ConfigOption;
import org.courant.ingest.definition.SourceChange;
import org.courant.ingest.definition.SourceDefinitions;
import org.courant.ingest.definition.SourcePlan;
import org.courant.ingest.definition.SourcePublisher;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant sources apply}. */
@Command(
        name = "apply",
        description = {
            "Makes the cluster poll what the list 'sources' of the settings says. New and changed sources are applied at"
                    + " once; a source that the list no longer has goes on being polled until --execute removes it. What a"
                    + " source has delivered stays in any case.",
            "Exit code 0 if the cluster now polls what the list says, apart from removals that wait for --execute; with"
                    + " --dry-run 3 if there is nothing to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant sources apply --dry-run",
            "  courant sources apply --config prod.yaml",
            "  courant sources apply --config prod.yaml --execute    also stop polling what is no longer listed"
        })
final class SourcesApplyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--dry-run", description = "show what would be done and change nothing")
    private boolean dryRun;

    @Option(names = "--execute", description = "also remove sources that are no longer listed")
    private boolean execute;

    private record Wanted(Connection connection, SourceDefinitions sources) {
        static Wanted from(Section root) {
            SourceDefinitions sources = SourceDefinitions.from(root);
            if (sources.sources().isEmpty()) {
                root.problems()
                        .add(root.origin("sources"), "'sources' is missing or empty; expected a list of sources");
            }
            return new Wanted(Connection.from(root), sources);
        }
    }

    SourcesApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Wanted wanted = config.read(console.environment(), Wanted::from);
        SourcePublisher publisher = new SourcePublisher(wanted.connection());
        SourcePlan all = publisher.plan(wanted.sources());
        SourcePlan now = execute ? all : withoutRemovals(all);
        if (!dryRun) {
            publisher.apply(now);
        }
        output.print(table(all), console.out());
        int waiting = all.changes().size() - now.changes().size();
        if (waiting > 0) {
            console.err()
                    .println(waiting + (waiting == 1 ? " source is" : " sources are")
                            + " no longer listed and still polled; --execute removes what is not listed");
        }
        return dryRun && all.isEmpty() ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private Table table(SourcePlan plan) {
        return new Table(
                List.of("source", "change", "name", "url"),
                plan.changes().stream()
                        .map(change -> List.<Object>of(
                                change.source().getId(),
                                word(change),
                                change.source().getName(),
                                change.source().getUrl()))
                        .toList());
    }

    private String word(SourceChange change) {
        if (change instanceof SourceChange.Unchanged) {
            return "unchanged";
        } else if (change instanceof SourceChange.Added) {
            return dryRun ? "would be added" : "added";
        } else if (change instanceof SourceChange.Changed) {
            return dryRun ? "would be changed" : "changed";
        } else if (!execute) {
            return "not listed";
        }
        return dryRun ? "would be removed" : "removed";
    }

    private static SourcePlan withoutRemovals(SourcePlan plan) {
        return new SourcePlan(plan.changes().stream()
                .filter(change -> !(change instanceof SourceChange.Removed))
                .toList());
    }
}
