package org.courant.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.courant.enrich.world.Items;
import org.courant.enrich.world.RealCluster;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad records on a real broker and registry: kept as they came, and nothing waits for them. */
@WithKafka
class EnrichDeadLettersIT {
    private static final byte[] KEY = "arxiv:2606.00009".getBytes(UTF_8);

    private final TestCluster kafka;

    EnrichDeadLettersIT(TestCluster kafka) {
        this.kafka = kafka;
    }

    @Test
    void badRecordsBetweenGoodOnesAreKeptAndTheGoodOnesArrive(@TempDir Path dir) {
        RealCluster cluster = new RealCluster(kafka.bootstrapServers(), kafka.registryUrl(), kafka.newTopics(1));
        byte[] good = bytes(cluster, "good");
        Map<String, Optional<byte[]>> bad = new LinkedHashMap<>();
        bad.put("no value", Optional.empty());
        bad.put("not Avro", Optional.of("plain text".getBytes(UTF_8)));
        bad.put("truncated", Optional.of(Arrays.copyOf(good, good.length - 9)));
        bad.put(
                "unknown schema",
                Optional.of(ByteBuffer.wrap(good.clone()).putInt(1, 987_654).array()));
        cluster.write(null, good, headers("no key"));
        bad.forEach((name, value) -> {
            cluster.write(KEY, value.orElse(null), headers(name));
            cluster.write(KEY, bytes(cluster, "item after " + name), headers("good"));
        });
        // Fits into the topic because it compresses, and nowhere else.
        cluster.write(KEY, new byte[20 * 1024 * 1024], headers("huge"));
        cluster.write(KEY, bytes(cluster, "the last item"), headers("good"));

        try (EnrichService service = cluster.instance(dir, Duration.ofMillis(100))) {
            service.start();
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() ->
                            assertThat(cluster.tables().membersOfStories()).hasSize(bad.size() + 1));
            assertThat(service.health().ready()).isTrue();
        }

        Map<String, ConsumerRecord<String, byte[]>> letters = new LinkedHashMap<>();
        List<ConsumerRecord<String, byte[]>> records = TopicReader.committed(cluster.bootstrapServers())
                .bytes(cluster.topics().deadLetters().name());
        records.forEach(letter -> letters.put(header(letter, "own"), letter));
        assertThat(records).hasSize(bad.size() + 2);
        bad.forEach((name, value) -> assertThat(letters.get(name)).satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("arxiv:2606.00009");
            assertThat(letter.value()).isEqualTo(value.orElse(null));
        }));
        assertThat(letters.get("no key")).satisfies(letter -> {
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isEqualTo(good);
            assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("enrich/validate");
        });
        assertThat(letters.get("huge")).satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(header(letter, DeadLetterHeaders.REASON)).contains("fits into no dead letter");
        });
    }

    private static byte[] bytes(RealCluster cluster, String itemId) {
        try (var serde = cluster.connection().serdes().of(cluster.topics().sourceItems())) {
            return serde.serializer()
                    .serialize(cluster.topics().sourceItems().name(), Items.item(itemId, "arxiv:2606.00009"));
        }
    }

    private static RecordHeaders headers(String name) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("own", name.getBytes(UTF_8));
        return headers;
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
