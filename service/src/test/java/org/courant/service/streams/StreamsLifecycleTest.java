package org.courant.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.watch.ClusterWatch;
import org.courant.service.watch.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamsLifecycleTest {
    /** Nothing listens there. */
    private static final String NOWHERE = "127.0.0.1:9";

    @TempDir
    private Path directory;

    @Test
    void aStoreThatAKillLeftHalfClearedIsGivenUpAtTheStart() throws IOException {
        Path store = Files.createDirectories(directory.resolve("enrich/0_0/rocksdb/store"));
        Files.writeString(store.resolve("CURRENT"), "MANIFEST-000005\n");
        try (StreamsLifecycle lifecycle = lifecycle()) {
            lifecycle.start();
            assertThat(lifecycle.health().live()).isTrue();
        }
        assertThat(store.resolve("CURRENT"))
                .satisfies(current -> assertThat(!Files.exists(current)
                                || Files.exists(
                                        store.resolve(Files.readString(current).strip())))
                        .as("it is gone, or complete")
                        .isTrue());
    }

    private StreamsLifecycle lifecycle() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Connection connection =
                new Connection(Map.of("bootstrap.servers", NOWHERE), Map.of(), Topics.standard(), (short) 1);
        return new StreamsLifecycle(
                new ClusterWatch(new Watched("enrich", "enrich", Set.of()), connection, meters, InstantSource.system()),
                withAStore(),
                properties(),
                meters,
                InstantSource.system(),
                Duration.ofSeconds(10));
    }

    private static Topology withAStore() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(
                "input",
                Consumed.with(Serdes.String(), Serdes.String()).withName("read"),
                Materialized.as(Stores.persistentKeyValueStore("store")));
        return builder.build();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "enrich");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, NOWHERE);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return properties;
    }
}
