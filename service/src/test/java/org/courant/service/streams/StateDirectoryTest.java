package org.courant.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;
import org.courant.schemas.topic.Topics;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;
import org.courant.service.watch.ClusterWatch;
import org.courant.service.watch.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void twoApplicationsThatStartTogetherShareADirectoryThatNeitherHasMade() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                Path missing = directory.resolve("round-" + round).resolve("state");
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<String>> starts = pool.invokeAll(
                        List.of(constructing("enrich", missing, together), constructing("publish", missing, together)));
                for (Future<String> start : starts) {
                    assertThat(missing.resolve(start.get(1, TimeUnit.MINUTES))).isDirectory();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFileInTheWayIsNamedWithTheRemedy() throws Exception {
        Path file = Files.createFile(directory.resolve("state"));
        assertThatThrownBy(() -> StateDirectory.claim(file, "enrich"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(file.toString(), "cannot be made", "state-dir");
    }

    @Test
    void instancesOfOneApplicationThatAreGivenTheSameDirectoryTakeTheFirstFreePlaceInIt() {
        StateDirectory first = StateDirectory.claim(directory, "enrich");
        StateDirectory second = StateDirectory.claim(directory, "enrich");
        assertThat(List.of(first.path(), second.path())).containsExactly(directory, directory.resolve("instance-2"));
        try (StateDirectory other = StateDirectory.claim(directory, "publish")) {
            assertThat(other.path()).isEqualTo(directory);
        }
        first.close();
        try (second;
                StateDirectory next = StateDirectory.claim(directory, "enrich")) {
            assertThat(next.path()).as("what the first one left").isEqualTo(directory);
            assertThat(next.member()).as("its name in the group").isEqualTo(first.member());
            assertThat(next.member()).isNotEqualTo(second.member());
        }
    }

    @Test
    void theFoldersOfAllInstancesAreFound() throws Exception {
        Path first = Files.createDirectories(directory.resolve("enrich"));
        Path third = Files.createDirectories(directory.resolve("instance-3").resolve("enrich"));
        Files.createDirectories(directory.resolve("instance-2").resolve("publish"));
        StreamsSettings settings = new StreamsSettings("enrich", directory, 1, Duration.ofMillis(100), 8);
        assertThat(settings.stateFolders()).containsExactly(first, third);
    }

    private static Callable<String> constructing(String application, Path state, CyclicBarrier together) {
        return () -> {
            together.await(1, TimeUnit.MINUTES);
            Connection nowhere =
                    new Connection(Map.of("bootstrap.servers", "localhost:1"), Map.of(), Topics.standard(), (short) 1);
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            new StreamsLifecycle(
                            new ClusterWatch(
                                    new Watched(application, application, Set.of()),
                                    nowhere,
                                    meters,
                                    InstantSource.system()),
                            withAStore(),
                            properties(application, state),
                            meters,
                            InstantSource.system(),
                            Duration.ofSeconds(10))
                    .close();
            return application;
        };
    }

    private static Topology withAStore() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(
                "input",
                Consumed.with(Serdes.String(), Serdes.String()).withName("read"),
                Materialized.as(Stores.persistentKeyValueStore("store")));
        return builder.build();
    }

    private static Properties properties(String application, Path state) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        // Nothing listens there, and nothing is asked: the streams are made, never started.
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return properties;
    }
}
