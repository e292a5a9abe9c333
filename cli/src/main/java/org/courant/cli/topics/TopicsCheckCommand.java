package org.courant.cli.topics;

import java.util.List;
import java.util.Optional;
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

/** {@code courant topics check}. */
@Command(
        name = "check",
        description = {
            "Tells whether the cluster has every topic as Courant needs it; changes nothing.",
            "Exit code 0 if it has, 1 if not."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant topics check", "  courant topics check --config prod.yaml --output json"})
final class TopicsCheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    TopicsCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        try (TopicAdmin topics = new TopicAdmin(connection)) {
            List<TopicChange> plan = topics.plan();
            output.print(TopicTable.of(plan), console.out());
            List<String> problems = plan.stream()
                    .map(TopicChange::problem)
                    .flatMap(Optional::stream)
                    .toList();
            problems.forEach(problem -> console.err().println("courant: " + problem));
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
