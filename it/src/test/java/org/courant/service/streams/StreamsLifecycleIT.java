package org.courant.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.ValueMapper;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.core.ConditionFactory;
import org.courant.schemas.topic.Topics;
import org.courant.service.health.Health;
import org.courant.service.kafka.Connection;
import org.courant.service.watch.ClusterWatch;
import org.courant.service.watch.Watched;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithKafka
final class StreamsLifecycleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger attempts = new AtomicInteger();
    private final TestCluster cluster;
    private final Topics topics;

    @TempDir
    private Path state;

    StreamsLifecycleIT(TestCluster cluster) {
        this.cluster = cluster;
        this.topics = new Topics(cluster.uniquePrefix(), 1);
        cluster.createTopics(topics);
    }

    @BeforeEach
    void writeARecord() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topics.stories().name(), "k", "v"))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void anOutageIsWaitedOutAndTheRecordIsProcessedOnceAfterIt() {
        Topology topology = mapping(value -> {
            if (attempts.incrementAndGet() <= 3) {
                throw new SerializationException("registry", new ConnectException("Connection refused"));
            }
            return value;
        });
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(8 << 20);
                StreamsLifecycle lifecycle = lifecycle(topology, memory)) {
            lifecycle.start();
            patiently().until(() -> !written(topics.rejections().name()).isEmpty());
            patiently().until(() -> lifecycle.health().ready());
        }
        assertThat(written(topics.rejections().name())).hasSize(1);
        assertThat(written(topics.deadLetters().name())).isEmpty();
        assertThat(attempts).hasValue(4);
    }

    @Test
    void aRecordThatCannotBeProcessedIsADeadLetterAndTheServiceStaysReady() {
        Topology topology = mapping(value -> {
            throw new IllegalStateException("cannot");
        });
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(8 << 20);
                StreamsLifecycle lifecycle = lifecycle(topology, memory)) {
            lifecycle.start();
            patiently().until(() -> !written(topics.deadLetters().name()).isEmpty());
            assertThat(lifecycle.health().ready()).isTrue();
        }
    }

    @Test
    void whatFailsAgainAndAgainStopsTheApplicationAndHealthSaysSo() {
        assertStopsAfter(() -> {
            attempts.incrementAndGet();
            throw new StackOverflowError("broken");
        });
        assertThat(attempts).hasValueGreaterThan(1);
    }

    @Test
    void anErrorThatEveryRecordWouldMeetStopsTheApplicationTheFirstTime() {
        assertStopsAfter(() -> {
            attempts.incrementAndGet();
            throw new ClassFormatError("broken");
        });
        assertThat(attempts).hasValue(1);
    }

    private void assertStopsAfter(Runnable failure) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        topics.stories().name(),
                        Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .process(() -> new BrokenClockwork(failure), Named.as("broken"));
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(8 << 20);
                StreamsLifecycle lifecycle = lifecycle(builder.build(), memory)) {
            assertThat(lifecycle.health())
                    .isEqualTo(Health.starting("test takes over its partitions and restores their state"));
            lifecycle.start();
            patiently().until(() -> !lifecycle.health().live());
            assertThat(lifecycle.health().detail())
                    .startsWith("test has stopped (")
                    .contains("ERROR) after java.lang.")
                    .endsWith(": broken; the log says why");
        }
    }

    @Test
    void howLargeTheStoresAreIsExportedByStoreForAsLongAsTheApplicationRuns() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(
                topics.stories().name(),
                Consumed.with(Serdes.String(), Serdes.String()).withName("read"),
                Materialized.as(Stores.persistentKeyValueStore("remembered")));
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(8 << 20);
                StreamsLifecycle lifecycle = lifecycle(builder.build(), memory)) {
            lifecycle.start();
            patiently()
                    .untilAsserted(() -> assertThat(size("courant.store.keys", "store", "remembered"))
                            .isPositive());
            assertThat(size("courant.store.bytes", "place", "memory")).isPositive();
            assertThat(size("courant.store.bytes", "place", "disk")).isNotNegative();
            assertThat(size("courant.store.cache.bytes", "service", "test")).isPositive();
        }
        assertThat(meters.find("courant.store.keys").gauges()).isEmpty();
    }

    private double size(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).gauge().value();
    }

    /** The threads that these tests make fail are not failures of the tests. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).dontCatchUncaughtExceptions();
    }

    private static final class BrokenClockwork extends ContextualProcessor<String, String, String, String> {
        private final Runnable failure;

        private BrokenClockwork(Runnable failure) {
            this.failure = failure;
        }

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            context.schedule(Duration.ofMillis(10), PunctuationType.WALL_CLOCK_TIME, now -> failure.run());
        }

        @Override
        public void process(Record<String, String> record) {
            context().forward(record);
        }
    }

    private Topology mapping(ValueMapper<String, String> mapper) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        topics.stories().name(),
                        Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .mapValues(mapper, Named.as("map"))
                .to(
                        topics.rejections().name(),
                        Produced.with(Serdes.String(), Serdes.String()).withName("write"));
        return builder.build();
    }

    private StreamsLifecycle lifecycle(Topology topology, RocksDbLimits.Memory memory) {
        Connection connection =
                new Connection(Map.of("bootstrap.servers", cluster.bootstrapServers()), Map.of(), topics, (short) 1);
        StreamsSettings settings = new StreamsSettings(topics.prefix() + "test", state, 1, Duration.ofMillis(100), 8);
        Watched watched = Watched.by("test", settings.applicationId(), topology.describe(), Set.of());
        return new StreamsLifecycle(
                new ClusterWatch(watched, connection, meters, InstantSource.system()),
                topology,
                settings.properties(
                        connection,
                        "test",
                        meters,
                        memory,
                        // The least that a broker allows: so long it takes to replace a thread.
                        Map.of(
                                "main.consumer.session.timeout.ms",
                                6_000,
                                "main.consumer.heartbeat.interval.ms",
                                1_000)),
                meters,
                InstantSource.system(),
                PATIENCE);
    }

    private List<?> written(String topic) {
        return TopicReader.committed(cluster.bootstrapServers()).bytes(topic);
    }
}
