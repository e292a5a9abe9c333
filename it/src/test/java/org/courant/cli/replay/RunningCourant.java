package org.courant.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.cli.CommandRun;
import org.courant.enrich.EnrichService;
import org.courant.enrich.EnrichSettings;
import org.courant.publish.PublishService;
import org.courant.publish.PublishSettings;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.courant.schemas.serde.TrustedRecords;
import org.courant.schemas.topic.Topic;
import org.courant.service.Service;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;

/** Enrich and publish on a broker, and papers of three sections of which some are listed twice. */
public final class RunningCourant implements AutoCloseable {
    /** Papers, each an entry of its own. */
    public static final int PAPERS = 90;

    /** Items: papers, and those that a second source lists too. */
    public static final int ITEMS = 120;

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Instant FETCHED = CommandRun.NOW.minus(Duration.ofDays(5));
    private static final List<String> SUBJECTS = List.of(
            "reinforcement learning preference optimization",
            "chain-of-thought reasoning",
            "automatic speech recognition");

    static {
        TrustedRecords.trust();
    }

    private final Map<String, String> environment = new HashMap<>();
    private final Connection connection;
    private final TopicReader reader;
    private final Map<String, Service> running = new TreeMap<>();
    private PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public RunningCourant(TestCluster cluster, Path folder) {
        String prefix = cluster.uniquePrefix();
        environment.putAll(CommandRun.environment(cluster, prefix, 3));
        for (String service : List.of("enrich", "publish")) {
            String name = "COURANT_" + service.toUpperCase(Locale.ROOT);
            environment.put(name + "_APPLICATION_ID", prefix + service);
            environment.put(name + "_STATE_DIR", folder.toString());
        }
        environment.put("COURANT_ENRICH_HEALTH_PORT", "0");
        environment.put("COURANT_PUBLISH_PORT", "0");
        connection = CommandRun.connection(environment);
        reader = TopicReader.committed(cluster.bootstrapServers());
        assertThat(run("topics", "apply").exitCode()).isZero();
        assertThat(run("schemas", "register").exitCode()).isZero();
    }

    /** Runs a command against it. */
    public CommandRun run(String... arguments) {
        return CommandRun.with(environment, arguments);
    }

    /** Runs a command against it under settings that differ in these variables. */
    public CommandRun run(Map<String, String> others, String... arguments) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(others);
        return CommandRun.with(changed, arguments);
    }

    public void set(String variable, String value) {
        environment.put(variable, value);
    }

    public String group(String service) {
        return connection.topics().prefix() + service;
    }

    public Connection connection() {
        return connection;
    }

    public void start(String service) {
        Section settings = SettingsFile.parse("", environment, new Problems("test"));
        meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Service started = service.equals("enrich")
                ? new EnrichService(connection, EnrichSettings.from(settings), meters, InstantSource.system())
                : new PublishService(connection, PublishSettings.from(settings), meters, InstantSource.system());
        running.put(service, started);
        started.start();
    }

    public void stop(String service) {
        Service stopped = running.remove(service);
        if (stopped != null) {
            stopped.close();
        }
    }

    /** How many items the enrich that was started last has replayed; it must have been started last. */
    public double replayed() {
        return meters.counter("courant.enrich.replayed").count();
    }

    /** Writes the papers, and waits until all of them are in the digest. */
    public void publishPapers() {
        write(Stream.concat(
                        IntStream.range(0, PAPERS).mapToObj(i -> item(i, "one")),
                        IntStream.range(0, ITEMS - PAPERS).mapToObj(i -> item(i, "two")))
                .toList());
        awaitDigest();
    }

    /** Waits until every item is in an entry, and every entry in an edition. */
    public void awaitDigest() {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(entries().values().stream()
                            .mapToInt(entry -> entry.getProvenance().size())
                            .sum())
                    .isEqualTo(ITEMS);
            assertThat(editionHashes()).hasSize(1);
            assertThat(reader.table(connection.topics().digestEditions(), connection.serdes())
                            .values())
                    .allSatisfy(edition -> assertThat(edition.getEntryCount()).isEqualTo(PAPERS));
        });
    }

    public SortedMap<String, DigestEntry> entries() {
        return reader.table(connection.topics().digestEntries(), connection.serdes());
    }

    public SortedMap<String, Story> stories() {
        return reader.table(connection.topics().stories(), connection.serdes());
    }

    /**
     * The stories that have been written since the topic had so many records. Kafka may compact it meanwhile, since a
     * record that is older than a week, as an item's time says it, ends its segment: numbers of records may shrink.
     */
    public SortedMap<String, Story> storiesSince(Map<Integer, Long> ends) {
        SortedMap<String, Story> stories = new TreeMap<>();
        reader.records(connection.topics().stories(), connection.serdes()).stream()
                .filter(record -> record.offset() >= ends.getOrDefault(record.partition(), 0L))
                .forEach(record -> stories.put(record.key(), record.value()));
        return stories;
    }

    /** A table in a form that can be compared: Avro's own comparison fails at optional dates. */
    public static Map<String, String> asText(Map<String, ?> table) {
        Map<String, String> texts = new TreeMap<>();
        table.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    /** The digest hash of each edition. */
    public Map<String, String> editionHashes() {
        SortedMap<String, DigestEdition> editions =
                reader.table(connection.topics().digestEditions(), connection.serdes());
        return editions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, edition -> edition.getValue().getDigestHash()));
    }

    /** How many records a reader has been shown of a topic; what is written to it later is counted too. */
    public int records(Topic<?> topic) {
        return reader.bytes(topic.name()).size();
    }

    /** Keys of the records that a topic has got since it had so many, in any order. */
    public List<String> writtenSince(Topic<?> topic, Map<Integer, Long> ends) {
        return reader.bytes(topic.name()).stream()
                .filter(record -> record.offset() >= ends.getOrDefault(record.partition(), 0L))
                .map(record -> record.key())
                .sorted()
                .toList();
    }

    /** Where each partition of a topic ends for a reader. */
    public Map<Integer, Long> ends(Topic<?> topic) {
        Map<Integer, Long> ends = new HashMap<>();
        reader.bytes(topic.name()).forEach(record -> ends.merge(record.partition(), record.offset() + 1, Math::max));
        return ends;
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    private void write(List<SourceItem> items) {
        Topic<SourceItem> topic = connection.topics().sourceItems();
        // Sequence numbers can go wrong on a topic this young (KAFKA-15591).
        Map<String, Object> oneByOne = Map.of("enable.idempotence", false, "max.in.flight.requests.per.connection", 1);
        try (Serde<SourceItem> serde = connection.serdes().of(topic);
                KafkaProducer<String, SourceItem> producer =
                        new KafkaProducer<>(connection.client(oneByOne), new StringSerializer(), serde.serializer())) {
            for (SourceItem item : items) {
                producer.send(new ProducerRecord<>(
                                topic.name(),
                                null,
                                item.getFetchedAt().toEpochMilli(),
                                item.getIdentities().get(0),
                                item))
                        .get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static SourceItem item(int number, String source) {
        String subject = SUBJECTS.get(number % SUBJECTS.size());
        String identity = "arxiv:2611.%05d".formatted(number + 1);
        return SourceItem.newBuilder()
                .setItemId(identity + "@" + source)
                .setIdentities(List.of(identity))
                .setSourceId(source)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("Source " + source)
                .setTitle(words(number, 3) + " by " + subject)
                .setBody("We study " + subject + ". " + words(number, 12) + ". " + words(number + 1_000, 14) + ".")
                .setUrl("https://arxiv.org/abs/2611.%05d".formatted(number + 1))
                .setContentHash("unused")
                .setPublishedAt(FETCHED.minusSeconds(60))
                .setFetchedAt(FETCHED.plusSeconds(number))
                .build();
    }

    /** Words that no two papers share. */
    private static String words(int seed, int count) {
        Random random = new Random(seed);
        return random.ints(count, 0, 100_000)
                .mapToObj(word -> "term" + Integer.toString(word, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }
}
