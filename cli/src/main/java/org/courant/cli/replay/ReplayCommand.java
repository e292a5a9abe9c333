package org.courant.cli.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.cli.topic.Groups;
import org.courant.cli.topic.Moment;
import org.courant.cli.topic.TopicReader;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;
import org.courant.service.settings.Section;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code courant replay}. */
@Command(
        name = "replay",
        description = {
            "Has the stories of a slice of the log told once more, under the settings with which enrich and publish run"
                    + " now: sections, model, ranking. Entries that come out as they are stay as they are;"
                    + " those that come out differently are written anew. What decides which works match (match-*) takes"
                    + " a reset instead.",
            "Without --execute it prints the plan and does nothing. It can be stopped at any time; the same command line"
                    + " without --again goes on from there, and refuses if sections, model, language model or ranking of the"
                    + " settings have changed since. One replay runs at a time. TIME is when an item was fetched, the timestamp"
                    + " of its record.",
            "Exit code 0, 1 if it failed or refused, 3 if there is nothing to replay or the same replay is done."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant replay --from 7d                       the plan",
            "  courant replay --from 7d --execute             after a change of sections.yaml and a restart of enrich",
            "  courant replay --from 2026-06-01 --to 2026-07-01 --source arxiv-cs-ai --share 50 --execute"
        })
public final class ReplayCommand implements Callable<Integer> {
    static final int DEFAULT_PERCENT = 25;

    private static final long SECONDS_TO_COUNT = 30;

    private final Console console;
    private final InstantSource time;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            description = "items fetched at this time or later: " + Moment.EXPECTED,
            converter = Moment.Converter.class)
    private Moment from = new Moment.At(Instant.EPOCH);

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "items fetched before this time (default: now)",
            converter = Moment.Converter.class)
    private @Nullable Moment to;

    @Option(names = "--source", paramLabel = "ID", description = "items of this source only")
    private @Nullable String source;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "share of the time of enrich and publish that the replay may take, 1 to 100 (default: 25)")
    private int percent = DEFAULT_PERCENT;

    @Option(names = "--execute", description = "do it")
    private boolean execute;

    @Option(names = "--again", description = "begin anew a replay that is done or was stopped")
    private boolean again;

    private record Settings(Connection connection, Stages stages, StorySettings stories) {
        static Settings from(Section root) {
            return new Settings(Connection.from(root), Stages.from(root), StorySettings.from(root));
        }
    }

    public ReplayCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        if (percent < 1 || percent > 100) {
            throw new ParameterException(spec.commandLine(), "--share is " + percent + "; it must be from 1 to 100");
        }
        Settings settings = config.read(console.environment(), Settings::from);
        TopicAdmin.require(settings.connection());
        try (StopSignal stop = StopSignal.install();
                Groups groups = new Groups(settings.connection())) {
            return stop.guard(() -> execute ? replayAlone(settings, groups, stop) : replay(settings, groups, stop));
        }
    }

    /** Alone from before the bookmark is read: another would move it. */
    private int replayAlone(Settings settings, Groups groups, StopSignal stop) {
        return new SoleReplay(settings.connection(), groups, settings.stages(), SoleReplay.PATIENCE)
                .run(() -> replay(settings, groups, stop));
    }

    private int replay(Settings settings, Groups groups, StopSignal stop) {
        String group =
                Bookmark.group(settings.connection().topics().sourceItems().name(), from, to, source);
        Optional<Bookmark> saved = again ? Optional.empty() : Bookmark.find(groups, group, Optional.ofNullable(source));
        saved.ifPresent(bookmark -> requireSame(bookmark, settings.stories()));
        if (saved.filter(Bookmark::isFinished).isPresent()) {
            console.err()
                    .println("courant: this replay is done, %,d items to %s; --again begins it anew"
                            .formatted(saved.get().done(), saved.get().slice().to()));
            return ExitCode.NOTHING_TO_DO;
        }
        ReplayPlan plan = saved.map(bookmark -> plan(settings, groups, group, bookmark, true, true))
                .orElseGet(() -> plan(settings, groups, group));
        print(plan, settings.connection());
        if (plan.left() == 0) {
            console.err().println("courant: the slice holds no items");
            return ExitCode.NOTHING_TO_DO;
        }
        if (!execute) {
            console.err().println("nothing has been done; --execute does it");
            return ExitCode.DONE;
        }
        requireRunning(plan, settings.stages());
        return execute(settings, groups, plan, stop);
    }

    private static void requireSame(Bookmark saved, StorySettings now) {
        List<String> differences = saved.settings().differences(now);
        if (!differences.isEmpty()) {
            throw new CannotStart(
                    "this replay was %s under other settings than these (%s), with %,d items told so; --again begins it anew, so that all of it is told alike"
                            .formatted(
                                    saved.isFinished() ? "done" : "begun",
                                    String.join(", ", differences),
                                    saved.done()));
        }
    }

    private ReplayPlan plan(Settings settings, Groups groups, String group) {
        Slice slice = slice(settings.connection());
        try (SliceReader reader = new SliceReader(settings.connection(), slice)) {
            long begin = System.nanoTime();
            long items = 0;
            while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(SECONDS_TO_COUNT)) {
                int more = reader.next(1_000).size();
                items += more;
                if (more < 1_000) {
                    if (reader.unreadable() > 0) {
                        console.err()
                                .println("%,d records of the slice cannot be read and are left out"
                                        .formatted(reader.unreadable()));
                    }
                    return plan(
                            settings, groups, group, new Bookmark(slice, items, 0, 0, settings.stories()), true, false);
                }
            }
        }
        return plan(
                settings, groups, group, new Bookmark(slice, slice.distance(), 0, 0, settings.stories()), false, false);
    }

    private ReplayPlan plan(
            Settings settings, Groups groups, String group, Bookmark bookmark, boolean exact, boolean resumes) {
        Map<String, Integer> running = new LinkedHashMap<>();
        running.put("enrich", groups.members(settings.stages().enrich()).size());
        running.put("publish", groups.members(settings.stages().publish()).size());
        return new ReplayPlan(group, bookmark, exact, resumes, running, percent);
    }

    private Slice slice(Connection connection) {
        Instant now = time.instant();
        Instant begin = from.from(now).truncatedTo(ChronoUnit.MILLIS);
        Instant end = (to == null ? now : to.from(now)).truncatedTo(ChronoUnit.MILLIS);
        if (!begin.isBefore(end)) {
            throw new ParameterException(
                    spec.commandLine(), "--from is %s and --to is %s; nothing lies between".formatted(begin, end));
        }
        try (TopicReader reader =
                TopicReader.open(connection, List.of(connection.topics().sourceItems()))) {
            Map<TopicPartition, Long> first = reader.offsetsAt(begin);
            // Those who write the log have clocks of their own: behind a record of a time there may be an earlier one.
            Map<TopicPartition, Long> last = new HashMap<>(reader.offsetsAt(end.plus(Slice.SKEW)));
            first.forEach((partition, offset) -> last.merge(partition, offset, Math::max));
            return new Slice(begin, end, Optional.ofNullable(source), first, last);
        }
    }

    private void print(ReplayPlan plan, Connection connection) {
        if (output.isJson()) {
            OutputOption.print(plan.values(), console.out());
        } else {
            plan.lines(connection.topics()).forEach(console.out()::println);
        }
        console.out().flush();
    }

    private static void requireRunning(ReplayPlan plan, Stages stages) {
        Map<String, String> groups = Map.of("enrich", stages.enrich(), "publish", stages.publish());
        plan.running().forEach((service, members) -> {
            if (members == 0) {
                throw new CannotStart("%s is not running (group %s has no members); start it: courant %s"
                        .formatted(service, groups.get(service), service));
            }
        });
    }

    private int execute(Settings settings, Groups groups, ReplayPlan plan, StopSignal stop) {
        ProgressLine progress = new ProgressLine(console);
        boolean ended = false;
        try {
            Bookmark end = new Replayer(settings.connection(), groups, settings.stages(), plan.group(), progress)
                    .replay(plan.bookmark(), Pace.of(percent), stop);
            ended = true;
            progress.end();
            console.err()
                    .println((end.isFinished() ? "replayed %,d items" : "stopped after %,d items; " + goesOn())
                            .formatted(end.done()));
            return ExitCode.DONE;
        } finally {
            progress.end();
            if (!ended) {
                console.err().println("not done yet; " + goesOn());
            }
        }
    }

    private String goesOn() {
        return "the same command%s goes on from there".formatted(again ? " without --again" : "");
    }
}
