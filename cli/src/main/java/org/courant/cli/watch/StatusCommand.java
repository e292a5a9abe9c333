package org.courant.cli.watch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.cli.topic.RecordCount;
import org.courant.schemas.DigestEdition;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Durations;
import org.courant.service.settings.Section;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code courant status}. */
@Command(
        name = "status",
        description = {
            "Tells where the pipeline stands: sources by state, records that wait for each stage, what is on the topics, dead"
                    + " letters, transactions that keep readers waiting, and the newest edition. All of it comes from Kafka; the"
                    + " services need not run. Those that answer at the addresses in the settings are asked whether they are"
                    + " ready.",
            "With --watch it tells so again and again until it is stopped or what it prints into is closed, on a terminal in"
                    + " place, elsewhere one block or line of JSON after the other; while Kafka does not answer it says so"
                    + " and goes on.",
            "Exit code 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant status", "  courant status --watch --every 2s", "  courant status --output json"})
public final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--watch", description = "look again and again")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            description = "how often to look, at least 1s (default: 5s)",
            converter = EveryConverter.class)
    private Duration every = Duration.ofSeconds(5);

    private record Settings(Connection connection, Map<String, String> groups, Readiness readiness) {
        static Settings from(Section root) {
            Map<String, String> groups = new LinkedHashMap<>();
            for (String stage : List.of("enrich", "publish")) {
                groups.put(stage, root.section(stage).text("application-id", "courant-" + stage));
            }
            return new Settings(Connection.from(root), groups, Readiness.from(root));
        }
    }

    public StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(console.environment(), Settings::from);
        show(settings);
        if (!watch || console.out().checkError()) {
            return ExitCode.DONE;
        }
        try (StopSignal stop = StopSignal.install()) {
            return stop.guard(() -> watch(settings, stop));
        }
    }

    private int watch(Settings settings, StopSignal stop) {
        while (!stop.await(every)) {
            try {
                show(settings);
                if (console.out().checkError()) {
                    return ExitCode.DONE;
                }
            } catch (CannotStart unreachable) {
                if (stop.isRequested() || Thread.currentThread().isInterrupted()) {
                    return ExitCode.DONE;
                }
                console.err().println("courant: " + unreachable.getMessage());
            }
        }
        return ExitCode.DONE;
    }

    private void show(Settings settings) {
        PipelineStatus status = PipelineStatus.read(settings.connection(), settings.groups());
        Map<String, Readiness.Answer> health = settings.readiness().ask();
        if (output.isJson()) {
            OutputOption.print(values(status, health), console.out());
        } else {
            // Home and erase what is below (ECMA-48): written over in place, so that nothing flickers.
            console.out().print(watch && console.terminal() ? "\u001B[H\u001B[J" : "");
            print(status, health, console.out());
            console.out().print(watch && !console.terminal() ? System.lineSeparator() : "");
        }
        console.out().flush();
    }

    /** Reads {@code 5s}. */
    static final class EveryConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration every;
            try {
                every = Durations.parse(text);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException(String.valueOf(none.getMessage()));
            }
            if (every.toMillis() < 1_000) {
                throw new TypeConversionException("'" + text + "' is less than 1s");
            }
            return every;
        }
    }

    private static void print(PipelineStatus status, Map<String, Readiness.Answer> health, PrintWriter out) {
        line(out, "sources", status.sources().isEmpty() ? "none polled yet" : joined(status.sources()));
        status.counts().forEach((name, count) -> line(out, name.equals("deadLetters") ? "dead letters" : name, count));
        status.lag()
                .forEach((stage, lag) -> line(
                        out,
                        stage,
                        lag.map(count -> count + " records wait").orElse("has never run")
                                + (status.workers().getOrDefault(stage, 0) == 0 ? "; no process works" : "")));
        health.forEach((service, answer) ->
                line(out, "health", service + (answer.ready() ? ": ready: " : ": NOT READY: ") + answer.detail()));
        status.unstable().forEach(transaction -> line(out, "unstable", transaction));
        line(out, "edition", status.edition().map(StatusCommand::described).orElse("none yet"));
    }

    private static void line(PrintWriter out, String name, Object value) {
        out.printf("%-14s%s%n", name, value);
    }

    private static String joined(Map<String, Integer> states) {
        return states.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String described(DigestEdition edition) {
        return "%s: %d entries, %s, digest %s"
                .formatted(
                        edition.getDate(),
                        edition.getEntryCount(),
                        edition.getComplete() ? "complete" : "not complete",
                        edition.getDigestHash());
    }

    private static Map<String, @Nullable Object> values(PipelineStatus status, Map<String, Readiness.Answer> health) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("sources", status.sources());
        status.counts().forEach((name, count) -> values.put(name, count.number()));
        values.put("exact", status.counts().values().stream().allMatch(RecordCount::exact));
        Map<String, @Nullable Object> lag = new LinkedHashMap<>();
        status.lag()
                .forEach((stage, count) ->
                        lag.put(stage, count.map(RecordCount::number).orElse(null)));
        values.put("lag", lag);
        values.put("workers", status.workers());
        values.put("health", health);
        values.put("unstable", status.unstable());
        values.put("edition", status.edition().map(StatusCommand::values).orElse(null));
        return values;
    }

    private static Map<String, Object> values(DigestEdition edition) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", edition.getDate().toString());
        values.put("entries", edition.getEntryCount());
        values.put("complete", edition.getComplete());
        values.put("digestHash", edition.getDigestHash());
        return values;
    }
}
