package org.courant.enrich.world;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.enrich.EnrichTopology;
import org.courant.enrich.Methods;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.schemas.Rejection;
import org.courant.schemas.SourceItem;
import org.courant.schemas.Story;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.DeadLetterHandlers;
import org.jspecify.annotations.Nullable;

/** The topology itself, all of it in one task and each record processed to its end before the next. */
public final class EnrichDriver implements AutoCloseable {
    /** One partition, as the driver has one task. */
    private static final Topics TOPICS = new Topics("courant.", 1);

    /** Items of one story; the rest is rejected. */
    static final int MAX_MEMBERS = 500;

    private final AvroSerdes serdes;
    private final Serde<SourceItem> items;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> source;
    private final TestInputTopic<String, byte[]> replays;
    private final TestOutputTopic<String, Story> stories;
    private final TestOutputTopic<String, Rejection> rejections;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Tables tables = new Tables();

    /** @param registry name of a registry of the test's own */
    public EnrichDriver(String registry, Path stateDir) {
        this(AvroSerdes.mock(registry), topology(AvroSerdes.mock(registry)), stateDir);
    }

    /** With a language model. */
    public EnrichDriver(String registry, Path stateDir, ModelVersion model) {
        this(AvroSerdes.mock(registry), topology(AvroSerdes.mock(registry), model), stateDir);
    }

    /** With a topology of the test's own, that of {@link #stages} but for what is tested. */
    public EnrichDriver(AvroSerdes serdes, Topology topology, Path stateDir) {
        this.serdes = serdes;
        items = serdes.of(TOPICS.sourceItems());
        driver = new TopologyTestDriver(topology, properties(stateDir));
        replays = driver.createInputTopic(TOPICS.replays().name(), new StringSerializer(), new ByteArraySerializer());
        source = driver.createInputTopic(
                TOPICS.sourceItems().name(), new ByteArraySerializer(), new ByteArraySerializer());
        stories = driver.createOutputTopic(
                TOPICS.stories().name(),
                new StringDeserializer(),
                serdes.of(TOPICS.stories()).deserializer());
        rejections = driver.createOutputTopic(
                TOPICS.rejections().name(),
                new StringDeserializer(),
                serdes.of(TOPICS.rejections()).deserializer());
        deadLetters = driver.createOutputTopic(
                TOPICS.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public static Topology topology(AvroSerdes serdes) {
        return stages(serdes).build();
    }

    public static Topology topology(AvroSerdes serdes, ModelVersion model) {
        return stages(serdes).with(model).build();
    }

    private static EnrichTopology stages(AvroSerdes serdes) {
        return stages(serdes, TestMethods.standard());
    }

    public static EnrichTopology stages(AvroSerdes serdes, Methods methods) {
        return stages(serdes, methods, new SimpleMeterRegistry());
    }

    public static EnrichTopology stages(AvroSerdes serdes, Methods methods, MeterRegistry meters) {
        return new EnrichTopology(TOPICS, serdes, methods, MAX_MEMBERS, meters);
    }

    /** Replays an item. */
    public void replay(String itemId) {
        replays.pipeInput(itemId, new byte[0]);
    }

    /** An answer of a language model. */
    public void send(String key, @Nullable Summary summary) {
        driver.createInputTopic(
                        TOPICS.summaries().name(),
                        new StringSerializer(),
                        serdes.of(TOPICS.summaries()).serializer())
                .pipeInput(key, summary);
    }

    /** What was written to the requests since the last look; null values take requests back. */
    public List<KeyValue<String, SummaryRequest>> requestRecords() {
        return driver.createOutputTopic(
                        TOPICS.summaryRequests().name(),
                        new StringDeserializer(),
                        serdes.of(TOPICS.summaryRequests()).deserializer())
                .readKeyValuesToList();
    }

    public void send(SourceItem item, long timestamp) {
        send(item, timestamp, new RecordHeaders());
    }

    public void send(SourceItem item, long timestamp, Headers headers) {
        send(Given.key(item).getBytes(StandardCharsets.UTF_8), bytes(item), timestamp, headers);
    }

    public void send(byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {
        source.pipeInput(new TestRecord<>(key, value, headers, Instant.ofEpochMilli(timestamp)));
    }

    public byte[] bytes(SourceItem item) {
        return items.serializer().serialize(TOPICS.sourceItems().name(), item);
    }

    /** Subject of the items in the registry. */
    public String itemsSubject() {
        return TOPICS.sourceItems().subject();
    }

    /** The tables as they are now. */
    public Tables tables() {
        storyRecords();
        rejectionRecords();
        return tables;
    }

    /** What was published of stories since the last look. */
    public List<TestRecord<String, Story>> storyRecords() {
        List<TestRecord<String, Story>> records = stories.readRecordsToList();
        records.forEach(record -> tables.story(record.key(), record.value(), record.timestamp()));
        return records;
    }

    /** What was rejected since the last look. */
    public List<TestRecord<String, Rejection>> rejectionRecords() {
        List<TestRecord<String, Rejection>> records = rejections.readRecordsToList();
        records.forEach(record -> tables.rejections().put(record.key(), record.value()));
        return records;
    }

    /** How many records went to each topic since the last look, changelogs and repartition topics included. */
    public SortedMap<String, Integer> recordsByTopic() {
        SortedMap<String, Integer> records = new TreeMap<>();
        driver.producedTopicNames()
                .forEach(topic -> records.put(
                        topic,
                        driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                                .readRecordsToList()
                                .size()));
        return records;
    }

    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** How many records have been written to topics, internal ones and changelogs included, and not looked at. */
    public long recordsWritten() {
        return driver.producedTopicNames().stream()
                .map(topic -> driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .mapToLong(TestOutputTopic::getQueueSize)
                .sum();
    }

    @Override
    public void close() {
        driver.close();
        items.close();
    }

    private static Properties properties(Path stateDir) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "courant-enrich");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.putAll(
                DeadLetterHandlers.settings("enrich", TOPICS.deadLetters().name(), new SimpleMeterRegistry()));
        return properties;
    }
}
