package org.courant.service.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Durations;
import org.courant.service.settings.Section;

/**
 * The settings that every Kafka Streams service has.
 *
 * @param applicationId name of the group of instances that share the work, prefix of internal topics
 * @param stateDir directory of the local state, made where it is missing; a lost one is restored from Kafka
 * @param threads stream threads of this instance
 * @param commitInterval how often results become visible to readers
 * @param storeMegabytes native memory, MiB, that all local state stores share
 */
public record StreamsSettings(
        String applicationId, Path stateDir, int threads, Duration commitInterval, int storeMegabytes) {
    /** A value of this size passes every topic of Courant: 8 MiB less room for key and headers. */
    public static final int MOST_VALUE_BYTES = 8 * 1024 * 1024 - 64 * 1024;

    /** The constant of Kafka Streams is deprecated; the warning is not. */
    private static final String GLOBAL_HANDLER = "processing.exception.handler.global.enabled";

    private static final int MOST_REQUEST_BYTES = 10 * 1024 * 1024;

    /** Of the producer that each thread has. */
    private static final long PRODUCER_BUFFER_BYTES = 64L * 1024 * 1024;

    /** Key, value and headers of a dead letter, less room for the headers that say why. */
    static final int MOST_LETTER_BYTES = MOST_REQUEST_BYTES - 64 * 1024;

    /** Reads the keys of a service's section; the caller rejects unknown ones. */
    public static StreamsSettings from(Section section, String service) {
        return new StreamsSettings(
                section.text("application-id", "courant-" + service),
                Path.of(section.text("state-dir", "state")),
                section.integer("threads", 1, 1, 64),
                section.read("commit-interval", Duration.ofMillis(100), Durations.EXPECTED, Durations::parse),
                section.integer("store-megabytes", 64, 8, 65_536));
    }

    /**
     * Properties for a KafkaStreams.
     *
     * @param stage name of the service, for dead letters
     * @param own properties that the service adds; they win
     */
    public Properties properties(
            Connection connection,
            String stage,
            MeterRegistry meters,
            RocksDbLimits.Memory memory,
            Map<String, ?> own) {
        Map<String, Object> settings = new HashMap<>(connection.client(Map.of()));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // There is no global thread; Kafka Streams warns where it is not told so.
        settings.put(GLOBAL_HANDLER, true);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) connection.replication());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbLimits.class);
        settings.put(RocksDbLimits.MEMORY, memory);
        settings.putAll(clients(connection.kafka()));
        settings.putAll(DeadLetterHandlers.settings(
                stage, connection.topics().deadLetters().name(), meters));
        settings.putAll(own);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /**
     * The folders on this machine in which instances of this application have kept their state; more than one where
     * instances were given the same {@code stateDir}.
     */
    public List<Path> stateFolders() {
        return StateDirectory.folders(stateDir, applicationId);
    }

    /**
     * What this instance may still write, to its own disk and to Kafka, from the decision to stop until its end: what
     * its stores hold for writing and what its producers have not sent.
     */
    public long unwrittenBytes() {
        return RocksDbLimits.Memory.writeBytes(storeMegabytes * 1024L * 1024L) + threads * PRODUCER_BUFFER_BYTES;
    }

    private Map<String, Object> clients(Map<String, String> stated) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // After a kill the others take over in this time; so does the replacement of a thread that has failed. Brokers
        // allow no less without a setting of theirs.
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                stated.getOrDefault(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000"));
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                stated.getOrDefault(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1500"));
        // Nobody can read on where a transaction is open; one of an instance that does not come back ends by this.
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                stated.getOrDefault(
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        String.valueOf(Math.max(6_000, 2 * commitInterval.toMillis()))));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Nobody reads what is not committed, and a commit sends what is left: until then records may as well be
        // gathered.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        // One batch for each partition of internal and changelog topics, well over a hundred of them, fits into the
        // buffer.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), PRODUCER_BUFFER_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MOST_REQUEST_BYTES);
        return settings;
    }
}
