package org.courant.cli.sources;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import org.courant.cli.settings.ConfigOption;
import org.courant.cli.topic.Latest;
import org.courant.schemas.Source;
import org.courant.schemas.SourceStatus;
import org.courant.service.kafka.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code courant sources ls}. */
@Command(
        name = "ls",
        description = {
            "Lists the sources that the cluster polls, with how each is doing, from the topics.",
            "Exit code 0; 3 if there are none."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant sources ls", "  courant sources ls --output json"})
final class SourcesLsCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("id", "name", "state", "lastPoll", "nextPoll", "batch", "message");

    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    SourcesLsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        Map<String, Source> sources =
                Latest.read(connection, connection.topics().sources());
        Map<String, SourceStatus> statuses =
                Latest.read(connection, connection.topics().sourceStatus());
        List<List<Object>> rows = sources.values().stream()
                .sorted(Comparator.comparing(Source::getId))
                .map(source -> row(source, statuses.get(source.getId())))
                .toList();
        output.print(new Table(COLUMNS, rows), console.out());
        if (rows.isEmpty()) {
            console.err()
                    .println("no sources; define them under 'sources' in the settings and run: courant sources apply");
        }
        return rows.isEmpty() ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private static List<Object> row(Source source, @Nullable SourceStatus status) {
        if (status == null) {
            return List.of(source.getId(), source.getName(), "UNKNOWN", "-", "-", "-", "not polled yet");
        }
        String batch = status.getLastBatch() == null
                ? "-"
                : status.getLastBatch().getGot() + "/" + status.getLastBatch().getExpected();
        return List.of(
                source.getId(),
                source.getName(),
                status.getState().name(),
                time(status.getLastPollAt()),
                time(status.getNextPollAt()),
                batch,
                status.getMessage());
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "-" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
