package org.courant.cli.sources;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.AvroValues;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import org.courant.cli.settings.ConfigOption;
import org.courant.ingest.IngestSettings;
import org.courant.ingest.SourceConnectors;
import org.courant.ingest.definition.SourceDefinitions;
import org.courant.ingest.http.PoliteClients;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Poll;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.service.CannotStart;
import org.courant.service.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code courant sources test}. */
@Command(
        name = "test",
        description = {
            "Polls a source once, as if for the first time, and prints what would be ingested. Nothing is written and Kafka"
                    + " is not needed.",
            "Exit code 0; 1 if the source does not answer as it should, 3 if it has nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant sources test https://example.org/feed.xml",
            "  courant sources test --kind discourse https://discuss.huggingface.co",
            "  courant sources test --kind arxiv https://rss.arxiv.org/rss/cs.AI --output json",
            "  courant sources test arxiv-cs-ai --config courant.yaml"
        })
final class SourcesTestCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    /** What a URL leads to. */
    enum Kind {
        feed,
        discourse,
        arxiv
    }

    @Parameters(index = "0", paramLabel = "URL|ID", description = "address of a source, or id of one in the settings")
    private String target = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "what a URL leads to: feed, discourse or arxiv (default: ${DEFAULT-VALUE})",
            defaultValue = "feed")
    private Kind kind = Kind.feed;

    @Option(names = "--allow-private", description = "allow a URL to lead to private and loopback addresses")
    private boolean allowPrivate;

    private record Needed(IngestSettings ingest, SourceDefinitions sources) {
        static Needed from(Section root) {
            return new Needed(IngestSettings.from(root), SourceDefinitions.from(root));
        }
    }

    SourcesTestCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() throws InterruptedException {
        Needed needed = config.read(console.environment(), Needed::from);
        Source source = TrialSource.of(target, kind.name(), allowPrivate, needed.sources());
        Instant now = time.instant();
        SourceCursor unread = SourceCursor.newBuilder()
                .setSourceId(source.getId())
                .setNextPollAt(now)
                .build();
        try (PoliteClients clients = new PoliteClients(needed.ingest().http(), time)) {
            Fetched fetched = SourceConnectors.forKind(source.getConnector())
                    .orElseThrow(() -> new CannotStart(source.getId() + " is of a kind that is not polled"))
                    .poll(new Poll(source, unread, clients.forSource(source), now));
            return report(source, fetched);
        }
    }

    private int report(Source source, Fetched fetched) {
        if (fetched instanceof Fetched.Items items) {
            return report(items);
        }
        String problem = "nothing has changed since the last poll, although there was none";
        if (fetched instanceof Fetched.Failed failed) {
            problem = failed.reason();
        } else if (fetched instanceof Fetched.Gone gone) {
            problem = gone.reason();
        } else if (fetched instanceof Fetched.Throttled throttled) {
            problem = throttled.reason();
        }
        console.err().println("courant: " + source.getUrl() + ": " + problem);
        return ExitCode.FAILED;
    }

    private int report(Fetched.Items fetched) {
        if (output.isJson()) {
            OutputOption.print(fetched.items().stream().map(AvroValues::of).toList(), console.out());
        } else {
            List<List<Object>> rows = new ArrayList<>();
            fetched.items().forEach(item -> rows.add(row(item)));
            new Table(List.of("item", "published", "title"), rows).lines().forEach(console.out()::println);
        }
        fetched.rejected()
                .forEach(rejected -> console.err()
                        .println("would be a dead letter: " + rejected.itemId() + ": " + rejected.reason()));
        console.err()
                .println("%d listed, %d would be ingested, %d would be dead letters"
                        .formatted(
                                fetched.listed(),
                                fetched.items().size(),
                                fetched.rejected().size()));
        return fetched.listed() == 0 ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private static List<Object> row(SourceItem item) {
        String published = Optional.ofNullable(item.getPublishedAt())
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("-");
        return List.of(item.getItemId(), published, item.getTitle());
    }
}
