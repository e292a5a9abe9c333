package org.courant.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.publish.edition.SectionOrder;
import org.courant.publish.finish.Ranking;
import org.courant.publish.finish.RankingWeights;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.Story;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.DeadLetterHandlers;
import org.courant.service.streams.RecordGuard;
import org.jspecify.annotations.Nullable;

/** The topology in a test driver, with its topics at hand. */
final class TestTopology implements AutoCloseable {
    static final Duration TICK = Duration.ofMillis(500);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Topology topology;
    final TopologyTestDriver driver;
    final TestInputTopic<String, Story> stories;
    final TestInputTopic<String, SourceStatus> status;
    final TestInputTopic<byte[], byte[]> rawStories;
    final TestOutputTopic<String, DigestEntry> entries;
    final TestOutputTopic<String, DigestEdition> editions;
    final TestOutputTopic<byte[], byte[]> deadLetters;

    TestTopology() {
        this(RecordGuard.builder());
    }

    /** @param builder what the topology is built with */
    TestTopology(StreamsBuilder builder) {
        AvroSerdes serdes = AvroSerdes.mock("publish-" + System.identityHashCode(this));
        Topics topics = Topics.standard();
        topology = topology(serdes).get(builder);
        driver = new TopologyTestDriver(topology, properties(topics), Stories.MORNING);
        stories = driver.createInputTopic(
                topics.stories().name(),
                new StringSerializer(),
                serdes.of(topics.stories()).serializer());
        status = driver.createInputTopic(
                topics.sourceStatus().name(),
                new StringSerializer(),
                serdes.of(topics.sourceStatus()).serializer());
        rawStories =
                driver.createInputTopic(topics.stories().name(), new ByteArraySerializer(), new ByteArraySerializer());
        entries = output(serdes, topics.digestEntries());
        editions = output(serdes, topics.digestEditions());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    PublishTopology topology(AvroSerdes serdes) {
        return new PublishTopology(
                Topics.standard(),
                serdes,
                new Ranking(RankingWeights.DEFAULT),
                new SectionOrder(List.of("training-methods", "agents")),
                TICK,
                new PublishMeters(meters));
    }

    private Properties properties(Topics topics) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "publish");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, ownDirectory());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.putAll(
                DeadLetterHandlers.settings("publish", topics.deadLetters().name(), meters));
        return properties;
    }

    /** The default is that of every driver on this machine. The driver empties it. */
    private static String ownDirectory() {
        try {
            return Files.createTempDirectory("courant-publish").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <V extends SpecificRecordBase> TestOutputTopic<String, V> output(AvroSerdes serdes, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }

    void send(Story.Builder story) {
        Story sent = story.build();
        stories.pipeInput(sent.getStoryId(), sent, Stories.MORNING);
    }

    void withdraw(String storyId) {
        stories.pipeInput(storyId, null, Stories.MORNING);
    }

    void tick() {
        driver.advanceWallClockTime(TICK);
    }

    /** The last value of every key that has one, as bytes: what a compacted topic comes to. */
    static <V extends SpecificRecordBase> Map<String, String> table(TestOutputTopic<String, V> topic) {
        Map<String, String> table = new TreeMap<>();
        for (TestRecord<String, V> record : topic.readRecordsToList()) {
            @Nullable V value = record.value();
            if (value == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), Fingerprint.of(value).sha256());
            }
        }
        return table;
    }

    static Map<String, String> headers(TestRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    static Instant later(int days) {
        return Stories.MORNING.plus(Duration.ofDays(days));
    }

    @Override
    public void close() {
        driver.close();
    }
}
