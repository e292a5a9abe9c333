package org.courant.lab.faults.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.courant.lab.faults.cluster.Cluster;
import org.courant.lab.faults.cluster.Command;
import org.courant.lab.faults.cluster.Directories;
import org.courant.lab.faults.cluster.Node;
import org.courant.lab.faults.cluster.Overlay;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.cluster.Role;
import org.courant.lab.faults.cluster.Shape;
import org.courant.lab.faults.cluster.Waiting;
import org.courant.lab.faults.history.ApiAnswer;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.lab.faults.history.RecordedTopic;
import org.courant.lab.faults.history.StreamEvent;
import org.courant.lab.faults.schedule.Options;
import org.courant.lab.faults.schedule.Schedule;
import org.courant.lab.faults.schedule.Step;
import org.courant.lab.faults.world.FeedWorld;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;

/** One run with faults and one without, from an empty cluster to their histories. */
final class FaultRun {
    private static final int FEEDS = 4;
    private static final int STATE_MEGABYTES = 64;

    /** Far more than it needs: a build may share its machine with others. */
    private static final int SECONDS_TO_STOP = 60;

    private final RunSettings settings;
    private final Topics topics;
    private final Journal journal;
    private final Reaper reaper;
    private final Journal.Log log;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    FaultRun(RunSettings settings, Topics topics, Reaper reaper, Journal.Log log) {
        this.settings = settings;
        this.topics = topics;
        this.reaper = reaper;
        this.log = log;
        this.journal = new Journal(log);
    }

    /** Judges the run with faults alone where that is enough, and the two of them. */
    interface Judge<V> {
        /** Empty where it takes the undisturbed run, too. */
        Optional<V> judge(RecordedHistory faulty);

        V judge(RecordedHistory faulty, RecordedHistory undisturbed);
    }

    <V> V run(Judge<V> judge) throws IOException, InterruptedException, ExecutionException {
        Directories.clear(settings.directory());
        Map<String, Disk> disks = new HashMap<>();
        try (FeedWorld world = FeedWorld.start(settings.seed(), FEEDS);
                Cluster cluster = new Cluster(
                        settings.directory(),
                        settings.product(),
                        this::overlay,
                        new Shape(settings.brokers(), settings.instances()),
                        world.sources(),
                        reaper)) {
            if (settings.fullDisk()) {
                mountDisks(cluster, disks);
            }
            cluster.start();
            List.of(cluster.begin("topics", "apply"), cluster.begin("schemas", "register"))
                    .forEach(Command::await);
            Command sources = cluster.begin("sources", "apply");
            cluster.startServices();
            sources.await();
            RecordedHistory faulty = fault(world, cluster, disks);
            Optional<V> judged = judge.judge(faulty);
            if (judged.isPresent()) {
                return judged.get();
            }
            cluster.services().forEach(Node::kill);
            return judge.judge(faulty, new UndisturbedRun(cluster, topics, settings.calm(), log).run(faulty));
        } finally {
            disks.values().forEach(Disk::close);
        }
    }

    private RecordedHistory fault(FeedWorld world, Cluster cluster, Map<String, Disk> disks)
            throws IOException, InterruptedException, ExecutionException {
        Instant begin = Instant.now();
        LogReader reader = new LogReader(cluster.clientServers());
        Set<TopicPartition> partitions = partitions();
        Map<String, URI> pages = new LinkedHashMap<>();
        publishers(cluster).forEach(node -> pages.put(node.name(), cluster.page(node)));
        List<String> hung = new ArrayList<>();
        try (Admin admin = admin(cluster);
                LiveConsumer live = LiveConsumer.start(reader, partitions);
                UncommittedTail tail = UncommittedTail.start(reader, partitions, topics.prefix());
                PositionSampler positions = PositionSampler.start(admin);
                PoisonWriter poison = new PoisonWriter(cluster.clientServers(), journal);
                StreamClient first = StreamClient.start("client-1", pages);
                StreamClient second = StreamClient.start("client-2", pages)) {
            try (Fleet fleet = Fleet.of(cluster, disks, journal);
                    Injector injector = new Injector(
                            new Injector.Targets(fleet, cluster.proxies(), tail, world, poison, topics.prefix()),
                            journal)) {
                List<Step> steps = schedule(cluster, disks);
                try (Background publishing = Background.start("world", running -> publish(world, running))) {
                    injector.begin(steps);
                    injector.await();
                    publishing.requireAlive();
                }
                world.heal();
                journal.add(
                        EventKind.HEALED,
                        "",
                        "%d items were published".formatted(world.deliveries().size()));
                hung.addAll(awaitWork(world, fleet));
                stopIngest(fleet, hung);
                hung.addAll(new Calm(admin, Calm.inputs(topics), fleet::unready, log).await(settings.calm()));
                fleet.ends().forEach(end -> log.line("note: " + end));
            }
            journal.add(EventKind.CALM, "", hung.isEmpty() ? "" : String.join("; ", hung));
            awaitClients(List.of(first, second), live);
            ApiRecorder api = new ApiRecorder(http);
            List<ApiAnswer> answers = new ArrayList<>();
            for (Map.Entry<String, URI> page : pages.entrySet()) {
                answers.addAll(api.record(page.getKey(), page.getValue()));
            }
            List<StreamEvent> streams = new ArrayList<>(first.events());
            streams.addAll(second.events());
            Waiting.pause(Duration.ofSeconds(2)); // a last look at the positions
            List<RecordedTopic> recorded = new TopicRecorder(admin, reader).record(name -> true);
            return new RecordedHistory(
                    settings.seed(),
                    begin,
                    Instant.now(),
                    recorded,
                    journal.events(),
                    live.observations(),
                    positions.positions(),
                    streams,
                    answers,
                    world.deliveries(),
                    world.complaints(),
                    PoisonWriter.in(recorded, topics.deadLetters().name()),
                    hung,
                    new Registry(cluster.registryUrl(), http).schemas());
        }
    }

    private Overlay overlay(Role role) {
        return settings.plant()
                .map(plant -> new Overlay(
                        List.of("-javaagent:%s=%s/%s"
                                .formatted(settings.product().agent(), plant.name(), role)),
                        List.of()))
                .orElse(Overlay.NONE);
    }

    private List<Step> schedule(Cluster cluster, Map<String, Disk> disks) {
        List<Step> steps = settings.plant()
                .map(plant -> plant.provocation().steps(settings.instances()))
                .orElseGet(() -> draw(cluster, disks));
        steps.forEach(step -> log.line("due " + step));
        return steps;
    }

    private List<Step> draw(Cluster cluster, Map<String, Disk> disks) {
        return Schedule.draw(
                new Options(
                        settings.kills(),
                        settings.every(),
                        cluster.services().stream().map(Node::name).toList(),
                        settings.brokers(),
                        settings.poison(),
                        List.copyOf(disks.keySet()),
                        settings.clocks() && Clocks.isAvailable()),
                settings.seed());
    }

    private void publish(FeedWorld world, Background.Running running) {
        while (running.isRunning()) {
            world.publish(settings.rate());
            Waiting.pause(Duration.ofSeconds(1));
        }
    }

    /** Until all run and ingest has kept all that the feeds say; lines about what does not come. */
    private List<String> awaitWork(FeedWorld world, Fleet fleet) {
        long end = System.nanoTime() + settings.calm().toNanos();
        List<String> missing = atWork(world, fleet);
        while (!missing.isEmpty() && System.nanoTime() < end) {
            Waiting.pause(Duration.ofMillis(500));
            List<String> before = missing;
            missing = atWork(world, fleet);
            if (!missing.equals(before)) {
                log.line("%s waiting: %s".formatted(Instant.now(), missing));
            }
        }
        return missing;
    }

    private static List<String> atWork(FeedWorld world, Fleet fleet) {
        List<String> lines = new ArrayList<>(fleet.unready());
        if (!world.isAllConfirmed()) {
            lines.add("a feed has not been read to its end");
        }
        return lines;
    }

    /** What it writes at every poll would never come to rest. */
    private static void stopIngest(Fleet fleet, List<String> hung) {
        for (Member member : fleet.of(Role.INGEST)) {
            member.expectEnd();
            if (!member.node().terminate(SECONDS_TO_STOP)) {
                hung.add("%s did not end within %d s of SIGTERM".formatted(member.name(), SECONDS_TO_STOP));
            }
        }
    }

    /** The clients are done when each has what the live consumer has, or when nothing has come for a while. */
    private void awaitClients(List<StreamClient> clients, LiveConsumer live) {
        String entries = topics.digestEntries().name();
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            long expected = live.observations().stream()
                    .filter(each -> each.topic().equals(entries))
                    .count();
            if (clients.stream()
                    .allMatch(client -> client.events().stream()
                                    .filter(event -> event.event().equals("upsert")
                                            || event.event().equals("withdraw"))
                                    .count()
                            >= expected)) {
                return;
            }
            Waiting.pause(Duration.ofMillis(500));
        }
    }

    private static List<Node> publishers(Cluster cluster) {
        return cluster.services().stream()
                .filter(node -> node.spec().role() == Role.PUBLISH)
                .toList();
    }

    private Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        for (Topic<?> topic : topics.all()) {
            for (int partition = 0; partition < topics.partitions(); partition++) {
                partitions.add(new TopicPartition(topic.name(), partition));
            }
        }
        return partitions;
    }

    private void mountDisks(Cluster cluster, Map<String, Disk> disks) {
        for (Node node : cluster.services()) {
            Path state = node.spec().state();
            if (state != null) {
                Disk.mount(state, STATE_MEGABYTES).ifPresent(disk -> disks.put(node.name(), disk));
            }
        }
        if (disks.isEmpty()) {
            log.line("full disks are skipped: this user cannot mount a tmpfs");
        }
    }

    static Admin admin(Cluster cluster) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                cluster.clientServers(),
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "10000"));
    }
}
