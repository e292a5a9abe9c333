package org.courant.cli.reset;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.settings.ConfigOption;
import org.courant.cli.topic.Groups;
import org.courant.service.CannotStart;
import org.courant.service.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code courant reset}.
 *
 * <p>In which order, so that a service that is started after a reset was cut short is either as it was or anew:
 *
 * <ol>
 *   <li>the group, which Kafka deletes only while nobody is in it. From here on the service reads from the beginning.
 *       With all of its state still there that changes nothing: what it reads it knows.
 *   <li>the local state, which is a copy of the changelogs.
 *   <li>the internal topics, in one request.
 * </ol>
 *
 * The other way round there would be offsets at the end of the log beside an empty state, and what the log held would
 * be lost to the service.
 */
@Command(
        name = "reset",
        description = {
            "Lets enrich or publish begin anew: deletes the offsets of its group, its internal topics and its local state"
                    + " together, so that the next start processes everything again under the settings of that start."
                    + " Needed where a setting has changed that a replay does not put in force, such as match-window.",
            "Without --execute it prints what would be deleted. It refuses while the service runs anywhere. If it is cut"
                    + " short, run it again. Local state is that of this machine: run it on every machine that the service"
                    + " ran on before it is started on any. Where there is none it refuses, since state that is left elsewhere"
                    + " would not begin anew; --state-is-gone says that none is.",
            "Exit code 0, 1 if it refused or failed, 3 if there is nothing to delete."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant reset enrich", "  courant reset enrich --execute", "  courant reset publish --output json"
        })
public final class ResetCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource time;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "SERVICE", description = "enrich or publish")
    private String service = "";

    @Option(names = "--execute", description = "delete it")
    private boolean execute;

    @Option(names = "--state-is-gone", description = "there is no local state left on any machine")
    private boolean stateIsGone;

    public ResetCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        Resettable resettable = config.read(console.environment(), this::chosen);
        try (Groups groups = new Groups(resettable.connection())) {
            ResetPlan plan = ResetPlan.of(resettable, groups);
            if (plan.isEmpty()) {
                console.err()
                        .println("courant: %s has no offsets, no internal topics and no local state in %s"
                                .formatted(resettable.name(), resettable.stateDir()));
                return ExitCode.NOTHING_TO_DO;
            }
            output.print(plan.table(), console.out());
            console.out().flush();
            requireStopped(resettable, plan.members());
            requireState(plan);
            if (!execute) {
                console.err().println("nothing has been deleted; --execute does it");
                return ExitCode.DONE;
            }
            delete(plan, groups);
            console.err().println("deleted; the next start of %s begins anew".formatted(resettable.name()));
            return ExitCode.DONE;
        }
    }

    private Resettable chosen(Section root) {
        return switch (service) {
            case "enrich" -> Resettable.enrich(root, time);
            case "publish" -> Resettable.publish(root, time);
            case "ingest" ->
                throw new ParameterException(
                        spec.commandLine(),
                        "ingest has nothing to reset: what it remembers, cursors and delivered items, is on topics of"
                                + " the contract, and without it every source would be written to the log once more");
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + service + "' is no service that can be reset; expected enrich or publish");
        };
    }

    private static void delete(ResetPlan plan, Groups groups) {
        Resettable resettable = plan.service();
        if (!groups.delete(resettable.group())) {
            requireStopped(resettable, groups.members(resettable.group()));
        }
        resettable.state().forEach(StateFolder::delete);
        // Whoever has been started meanwhile keeps what it has: it is as it was, only that it reads from the beginning.
        requireStopped(resettable, groups.members(resettable.group()));
        groups.deleteTopics(plan.topics());
    }

    /** State that is left somewhere is what the next start goes on with: nothing would begin anew. */
    private void requireState(ResetPlan plan) {
        if (plan.lacksState() && !stateIsGone) {
            String name = plan.service().name();
            throw new CannotStart(
                    "%s has run, but has no local state in %s on this machine. Run this where its state is, with Docker Compose in its own container: docker compose run --rm --no-deps %s reset %s. If that is gone, with its disk or in a reset that was cut short, add --state-is-gone"
                            .formatted(name, plan.service().stateDir(), name, name));
        }
    }

    private static void requireStopped(Resettable resettable, List<String> members) {
        if (!members.isEmpty()) {
            throw new CannotStart(
                    "%s runs: group %s has the members %s. Stop them first; one that was killed leaves after 10 s"
                            .formatted(resettable.name(), resettable.group(), String.join(", ", members)));
        }
    }
}
