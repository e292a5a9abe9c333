package org.courant.cli.topics;

import java.util.List;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.settings.ConfigOption;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;
import org.courant.service.kafka.TopicChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant topics apply}. */
@Command(
        name = "apply",
        description = {
            "Creates the topics that are missing and sets the configuration that differs. It deletes nothing and may be"
                    + " run again at any time; what already is as it must be is left alone.",
            "Exit code 0 if all topics are now as they must be, 1 if one cannot be mended; with --dry-run 3 if there is"
                    + " nothing to do."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant topics apply --dry-run", "  courant topics apply --config prod.yaml"})
final class TopicsApplyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--dry-run", description = "show what would be done and change nothing")
    private boolean dryRun;

    TopicsApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        try (TopicAdmin topics = new TopicAdmin(connection)) {
            List<TopicChange> before = topics.plan();
            if (!dryRun) {
                topics.apply(before);
            }
            output.print(TopicTable.of(dryRun ? before : topics.plan()), console.out());
            return outcome(before);
        }
    }

    private int outcome(List<TopicChange> before) {
        List<String> beyondRepair = before.stream()
                .filter(TopicChange.WrongPartitions.class::isInstance)
                .flatMap(change -> change.problem().stream())
                .toList();
        beyondRepair.forEach(problem -> console.err().println("courant: " + problem));
        if (!beyondRepair.isEmpty()) {
            return ExitCode.FAILED;
        }
        long changes = before.stream()
                .filter(change -> !(change instanceof TopicChange.None))
                .count();
        console.err().println(summary(changes, before.size()));
        return dryRun && changes == 0 ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private String summary(long changes, int all) {
        if (changes == 0) {
            return "all " + all + " topics are as they must be";
        }
        return dryRun
                ? changes + " of " + all + " topics would be created or changed (--dry-run)"
                : changes + " of " + all + " topics created or changed";
    }
}
