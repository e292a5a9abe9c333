package org.courant.enrich.world;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.Methods;
import org.courant.enrich.cluster.Connect;
import org.courant.enrich.match.KeepLatest;
import org.courant.enrich.match.Place;
import org.courant.enrich.match.Receive;
import org.courant.enrich.match.Relabel;
import org.courant.enrich.match.Replay;
import org.courant.enrich.match.Resolve;
import org.courant.enrich.match.TouchedStory;
import org.courant.enrich.pair.FindPairs;
import org.courant.enrich.pair.MatchLimits;
import org.courant.enrich.pair.Sketcher;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Match;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.record.Verdict;
import org.courant.enrich.store.InMemoryStores;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.story.Assemble;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.validate.Validate;
import org.courant.schemas.Decision;

/**
 * The service's own processors on any number of partitions, joined by channels that keep the order from one sender to
 * one receiver and nothing else, as Kafka does. A seed decides which channel delivers next, so that every race that a
 * cluster can lose is lost sooner or later.
 */
public final class SimulatedCluster {
    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String sourceTopic;
    private final int mostMembers;
    private final MatchLimits limits;
    private final Methods methods;
    private final Random random;
    private final List<Stage> itemStages = new ArrayList<>();
    private final List<Stage> workStages = new ArrayList<>();
    private final List<Stage> blockStages = new ArrayList<>();
    private final Stage graph = new Stage(
            "graph",
            0,
            Set.of(StateStores.EDGES, StateStores.LABELS, StateStores.TEXT_MATCHES, StateStores.ASSIGNMENTS));
    private final Map<String, Deque<Runnable>> channels = new TreeMap<>();
    private final Tables tables = new Tables();
    private final List<Record<?, ?>> written = new ArrayList<>();
    private int steps;

    public SimulatedCluster(int partitions, int mostMembers, long seed) {
        this("courant.source-items", partitions, mostMembers, MatchLimits.DEFAULT, seed);
    }

    /** @param sourceTopic what the log of record is called */
    public SimulatedCluster(String sourceTopic, int partitions, int mostMembers, MatchLimits limits, long seed) {
        this(sourceTopic, partitions, mostMembers, limits, TestMethods.standard(), seed);
    }

    /** @param methods how the stages judge texts */
    public SimulatedCluster(
            String sourceTopic, int partitions, int mostMembers, MatchLimits limits, Methods methods, long seed) {
        this.sourceTopic = sourceTopic;
        this.mostMembers = mostMembers;
        this.limits = limits;
        this.methods = methods;
        this.random = new Random(seed);
        graph.add("matches", new Connect(METERS));
        for (int partition = 0; partition < partitions; partition++) {
            itemStages.add(itemStage(partition));
            workStages.add(workStage(partition, partitions));
            blockStages.add(blockStage(partition, partitions));
        }
    }

    /** Runs a log to its end; the order within each partition of the source is the seed's too. */
    public Tables run(List<Given> log) {
        List<Given> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        return replay(shuffled);
    }

    /** Runs a log to its end, while items of it are replayed in this order. */
    public Tables run(List<Given> log, List<String> replayed) {
        again(replayed);
        return run(log);
    }

    /** Starts the stages that tell stories anew, on the state that is there. */
    public void restartUnder(Methods now) {
        workStages.forEach(stage -> stage.add("touched", assemble(now)));
    }

    /** Replays items in this order, and waits until all that follows is done. */
    public Tables replayItems(List<String> items) {
        again(items);
        return settle();
    }

    private void again(List<String> items) {
        items.forEach(
                item -> post("operator", "replays", owner(itemStages, item), new Record<>(item, new byte[0], 1L)));
    }

    /** Runs a log to its end, each partition of the source in its order and as fast as the seed lets it. */
    public Tables replay(List<Given> log) {
        log.forEach(given -> send("source-" + given.partition(), () -> read(given)));
        return settle();
    }

    private Tables settle() {
        while (!channels.isEmpty()) {
            List<String> waiting = List.copyOf(channels.keySet());
            String channel = waiting.get(random.nextInt(waiting.size()));
            Deque<Runnable> messages = channels.get(channel);
            Runnable next = messages.remove();
            if (messages.isEmpty()) {
                channels.remove(channel);
            }
            next.run();
            steps++;
        }
        return tables;
    }

    /** How many works have been forgotten since nothing that is to come can match them. */
    public double forgotten() {
        return meters.counter("courant.enrich.works.forgotten").count();
    }

    /** Stories and decisions in the order in which they were written. */
    public List<Record<?, ?>> written() {
        return written;
    }

    /** How many messages it took. */
    public int steps() {
        return steps;
    }

    private static Stage itemStage(int partition) {
        Stage stage = new Stage("item-" + partition, partition, Set.of(StateStores.WINNERS, StateStores.LOG_PROGRESS));
        stage.add("deliveries", new KeepLatest(RandomWorld.PARTITIONS));
        stage.add("replays", new Replay(METERS));
        stage.add("verdicts", new Resolve());
        return stage;
    }

    private Stage workStage(int partition, int partitions) {
        Stage stage = new Stage(
                "work-" + partition,
                partition,
                Set.of(
                        StateStores.IDENTITIES,
                        StateStores.ITEMS,
                        StateStores.CLAIMS,
                        StateStores.VISITORS,
                        StateStores.STORIES,
                        StateStores.ITEM_PROGRESS));
        stage.add("changes", new Place(new Sketcher(methods.profiles(), limits, partitions), partitions));
        stage.add("labels", new Relabel());
        stage.add("contributions", new Receive());
        stage.add("touched", assemble(methods));
        return stage;
    }

    private Assemble assemble(Methods now) {
        return new Assemble(sourceTopic, now.classifier(), now.summariser(), mostMembers);
    }

    private Stage blockStage(int partition, int partitions) {
        Stage stage = new Stage(
                "block-" + partition,
                partition,
                Set.of(
                        StateStores.SKETCHES,
                        StateStores.BLOCKS,
                        StateStores.CROWDS,
                        StateStores.BONDS,
                        StateStores.AGES,
                        StateStores.WORK_PROGRESS));
        stage.add("sketches", new FindPairs(methods.rules(), limits, partitions, meters));
        return stage;
    }

    private void read(Given given) {
        MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
        context.setRecordMetadata("source-items", given.partition(), given.offset());
        Validate validate = new Validate(METERS);
        validate.init(context);
        validate.process(new Record<>(given.key(), given.item(), given.timestamp()));
        context.forwarded().forEach(forward -> route("source-" + given.partition(), forward.record()));
    }

    /** Sends what a stage has forwarded to where the topology would. */
    private void route(String sender, Record<?, ?> record) {
        Object value = record.value();
        String key = (String) record.key();
        if (value instanceof PublishedStory story) {
            written.add(record);
            tables.story(key, story.story(), record.timestamp());
        } else if (value instanceof Decision decision) {
            written.add(record);
            tables.decisions().put(key, new Tables.Row<>(decision, record.timestamp()));
        } else if (value instanceof Verdict) {
            post(sender, "verdicts", owner(itemStages, key), record);
        } else if (value instanceof Match) {
            post(sender, "matches", graph, record);
        } else if (value instanceof Sketch sketch) {
            post(sender, "sketches", blockStages.get(sketch.getTarget()), record);
        } else if (value instanceof Contribution) {
            post(sender, "contributions", owner(workStages, key), record);
        } else if (sender.startsWith("source")) {
            post(sender, "deliveries", owner(itemStages, key), record);
        } else if (sender.startsWith("graph")) {
            post(sender, "labels", owner(workStages, key), record);
        } else {
            post(sender, "changes", owner(workStages, key), record);
        }
    }

    private void post(String sender, String topic, Stage receiver, Record<?, ?> record) {
        send(sender + ">" + topic + ">" + receiver.name, () -> deliver(receiver, topic, record));
    }

    private void send(String channel, Runnable message) {
        channels.computeIfAbsent(channel, name -> new ArrayDeque<>()).add(message);
    }

    private void deliver(Stage stage, String topic, Record<?, ?> record) {
        for (Record<?, ?> forwarded : stage.process(topic, record)) {
            if (forwarded.value() instanceof TouchedStory) {
                // Within a task a record is forwarded before the next one is read.
                deliver(stage, "touched", forwarded);
            } else {
                route(stage.name, forwarded);
            }
        }
    }

    private static Stage owner(List<Stage> stages, String key) {
        return stages.get(Math.floorMod(key.hashCode() * 31, stages.size()));
    }

    /** A task: processors and the stores that they share. */
    private static final class Stage {
        private final String name;
        private final TaskId task;
        private final List<StateStore> stores;
        private final Map<String, Processor<Object, Object, Object, Object>> processors = new TreeMap<>();
        private final Map<String, MockProcessorContext<Object, Object>> contexts = new TreeMap<>();

        Stage(String name, int partition, Set<String> stores) {
            this.name = name;
            this.task = new TaskId(0, partition);
            this.stores = InMemoryStores.open(stores);
        }

        void add(String topic, Processor<?, ?, ?, ?> processor) {
            MockProcessorContext<Object, Object> context =
                    new MockProcessorContext<>(new Properties(), task, new File("unused"));
            stores.forEach(context::addStateStore);
            Processor<Object, Object, Object, Object> any = untyped(processor);
            any.init(context);
            processors.put(topic, any);
            contexts.put(topic, context);
        }

        List<Record<?, ?>> process(String topic, Record<?, ?> record) {
            MockProcessorContext<Object, Object> context = contexts.get(topic);
            context.resetForwards();
            processors
                    .get(topic)
                    .process(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
            List<Record<?, ?>> forwarded = new ArrayList<>();
            context.forwarded().forEach(forward -> forwarded.add(forward.record()));
            return forwarded;
        }

        @SuppressWarnings("unchecked") // the topology's own types hold here too
        private static Processor<Object, Object, Object, Object> untyped(Processor<?, ?, ?, ?> processor) {
            return (Processor<Object, Object, Object, Object>) processor;
        }
    }
}
