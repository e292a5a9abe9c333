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
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.Methods;
import org.courant.enrich.directory.Directory;
import org.courant.enrich.directory.Replay;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.resolve.Resolve;
import org.courant.enrich.store.InMemoryStores;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.story.LaterSummaries;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.story.StoryAssembler;
import org.courant.enrich.validate.Validate;
import org.courant.enrich.works.Descriptors;
import org.courant.enrich.works.Works;
import org.courant.schemas.Rejection;

/**
 * The service's own processors on any number of partitions, joined by channels that keep the order from one sender to
 * one receiver and nothing else, as Kafka does. A seed decides which channel delivers next, so that every race that a
 * cluster can lose is lost sooner or later, and which stage dies and is started again on the state that it has.
 */
public final class SimulatedCluster {
    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    /** One message of so many finds its stage restarted. */
    private static final int RESTART_EVERY = 60;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String sourceTopic;
    private final int logPartitions;
    private final int maxMembers;
    private final MatchLimits limits;
    private final Random random;
    private final List<Stage> works = new ArrayList<>();
    private final List<Stage> directories = new ArrayList<>();
    private final Stage resolution;
    private final Map<String, Deque<Runnable>> channels = new TreeMap<>();
    private final Tables tables = new Tables();
    private final List<Record<?, ?>> written = new ArrayList<>();
    private Methods methods;
    private int steps;

    public SimulatedCluster(int partitions, int maxMembers, long seed) {
        this("courant.source-items", partitions, maxMembers, MatchLimits.DEFAULT, seed);
    }

    /** @param sourceTopic what the log of record is called */
    public SimulatedCluster(String sourceTopic, int partitions, int maxMembers, MatchLimits limits, long seed) {
        this(sourceTopic, RandomWorld.PARTITIONS, partitions, maxMembers, limits, TestMethods.standard(), seed);
    }

    /**
     * @param logPartitions partitions of the log, as its records say; the cluster itself may have others
     * @param methods how the stages judge texts
     */
    public SimulatedCluster(
            String sourceTopic,
            int logPartitions,
            int partitions,
            int maxMembers,
            MatchLimits limits,
            Methods methods,
            long seed) {
        this.sourceTopic = sourceTopic;
        this.logPartitions = logPartitions;
        this.maxMembers = maxMembers;
        this.limits = limits;
        this.methods = methods;
        this.random = new Random(seed);
        for (int partition = 0; partition < partitions; partition++) {
            works.add(new Stage("work-" + partition, partition, Set.of(StateStores.WORKS, StateStores.MEMBERS))
                    .with("works", this::works));
            directories.add(new Stage("directory-" + partition, partition, Set.of(StateStores.DIRECTORY))
                    .with("item-versions", Directory::new)
                    .with("replays", () -> new Replay(METERS)));
        }
        resolution = new Stage(
                        "resolution",
                        0,
                        Set.of(
                                StateStores.DESCRIPTORS,
                                StateStores.PAIRS,
                                StateStores.EDGES,
                                StateStores.COMPONENTS,
                                StateStores.MATCHES,
                                StateStores.ASSIGNMENTS,
                                StateStores.WATERMARKS))
                .with("descriptors", () -> new Resolve(methods().rules(), limits, partitions, meters));
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
        methods = now;
        works.forEach(Stage::restart);
    }

    /** Replays items in this order, and waits until all that follows is done. */
    public Tables replayItems(List<String> items) {
        again(items);
        return settle();
    }

    private void again(List<String> items) {
        items.forEach(
                item -> post("operator", "replays", owner(directories, item), new Record<>(item, new byte[0], 1L)));
    }

    /** Runs a log to its end, each partition of the cluster in its order and as fast as the seed lets it. */
    public Tables replay(List<Given> log) {
        log.forEach(given -> {
            Stage stage = owner(works, given.key());
            send("source-" + stage.name, () -> read(stage, given));
        });
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
            if (random.nextInt(RESTART_EVERY) == 0) {
                restartOne();
            }
        }
        return tables;
    }

    /** A process has died and another goes on with the state that it has committed. */
    private void restartOne() {
        List<Stage> all = new ArrayList<>(works);
        all.addAll(directories);
        all.add(resolution);
        all.get(random.nextInt(all.size())).restart();
    }

    /** How many texts have been forgotten since nothing that is to come can match them. */
    public double forgotten() {
        return meters.counter("courant.enrich.works.forgotten").count();
    }

    /** Pairs of texts that were compared. */
    public double compared() {
        return meters.counter("courant.enrich.pairs.compared").count();
    }

    /** Stories and rejections in the order in which they were written. */
    public List<Record<?, ?>> written() {
        return written;
    }

    /** How many messages it took. */
    public int steps() {
        return steps;
    }

    private Methods methods() {
        return methods;
    }

    private Works works() {
        return new Works(
                new Descriptors(methods.profiles(), limits),
                new StoryAssembler(sourceTopic, methods.classifier(), methods.summariser()),
                sourceTopic,
                maxMembers,
                context -> LaterSummaries.NONE,
                METERS);
    }

    private void read(Stage stage, Given given) {
        MockProcessorContext<String, Object> context = new MockProcessorContext<>();
        context.setRecordMetadata("source-items", given.partition(), given.offset());
        Validate validate = new Validate(sourceTopic, logPartitions, METERS);
        validate.init(context);
        validate.process(new Record<>(given.key(), given.item(), given.timestamp()));
        context.forwarded().forEach(forward -> {
            if (forward.record().value() instanceof Delivery) {
                deliver(stage, "works", forward.record());
            } else {
                route(stage.name, forward.record());
            }
        });
    }

    /** Sends what a stage has forwarded to where the topology would. */
    private void route(String sender, Record<?, ?> record) {
        Object value = record.value();
        String key = (String) record.key();
        if (value instanceof PublishedStory story) {
            written.add(record);
            tables.story(key, story.story(), record.timestamp());
        } else if (value instanceof Rejection rejection) {
            written.add(record);
            tables.rejections().put(key, rejection);
        } else if (value instanceof ItemVersion) {
            post(sender, "item-versions", owner(directories, key), record);
        } else if (value instanceof Descriptor) {
            post(sender, "descriptors", resolution, record);
        } else {
            // Directory entries, assignments and memberships: each on a topic of its own.
            String topic = value.getClass().getSimpleName();
            Stage receiver = owner(works, key);
            send(sender + ">" + topic + ">" + receiver.name, () -> deliver(receiver, "works", record));
        }
    }

    private void post(String sender, String topic, Stage receiver, Record<?, ?> record) {
        send(sender + ">" + topic + ">" + receiver.name, () -> deliver(receiver, topic, record));
    }

    private void send(String channel, Runnable message) {
        channels.computeIfAbsent(channel, name -> new ArrayDeque<>()).add(message);
    }

    private void deliver(Stage stage, String topic, Record<?, ?> record) {
        stage.process(topic, record).forEach(forwarded -> route(stage.name, forwarded));
    }

    private static Stage owner(List<Stage> stages, String key) {
        return stages.get(Math.floorMod(key.hashCode() * 31, stages.size()));
    }

    /** A task: processors and the stores that they share. */
    private static final class Stage {
        private final String name;
        private final TaskId task;
        private final List<StateStore> stores;
        private final Map<String, Supplier<Processor<?, ?, ?, ?>>> suppliers = new TreeMap<>();
        private final Map<String, Processor<Object, Object, Object, Object>> processors = new TreeMap<>();
        private final Map<String, MockProcessorContext<Object, Object>> contexts = new TreeMap<>();

        Stage(String name, int partition, Set<String> stores) {
            this.name = name;
            this.task = new TaskId(0, partition);
            this.stores = InMemoryStores.open(stores);
        }

        Stage with(String topic, Supplier<Processor<?, ?, ?, ?>> processor) {
            suppliers.put(topic, processor);
            start(topic);
            return this;
        }

        /** What is in memory is lost; what is in the stores is there. */
        void restart() {
            suppliers.keySet().forEach(this::start);
        }

        private void start(String topic) {
            MockProcessorContext<Object, Object> context =
                    new MockProcessorContext<>(new Properties(), task, new File("unused"));
            stores.forEach(context::addStateStore);
            Processor<Object, Object, Object, Object> any =
                    untyped(suppliers.get(topic).get());
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
