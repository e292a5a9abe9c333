package org.courant.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.service.kafka.Connection;

/** Invented papers: English-like abstracts, every fifth listed in a second category. The same ones in every run. */
final class Papers {
    private static final List<String> WORDS = List.of(
            "model",
            "training",
            "language",
            "reasoning",
            "we",
            "propose",
            "the",
            "agents",
            "retrieval",
            "of",
            "and",
            "robust",
            "benchmark",
            "results",
            "show",
            "a",
            "method",
            "policy",
            "reward",
            "vision",
            "speech",
            "efficient",
            "sparse",
            "to");
    private static final int SENTENCES = 9;
    private static final int SENTENCE_WORDS = 18;

    private final List<SourceItem> items = new ArrayList<>();

    Papers(int count) {
        Random random = new Random(1);
        for (int i = 0; items.size() < count; i++) {
            String id = "2611." + "%06d".formatted(i);
            String body = body(random);
            items.add(item(id, "cs.AI", body));
            if (i % 5 == 0 && items.size() < count) {
                items.add(item(id, "cs.LG", body));
            }
        }
    }

    int count() {
        return items.size();
    }

    long bytes() {
        return Math.round(items.stream()
                .mapToInt(item -> item.getBody().length() + 300)
                .average()
                .orElse(0));
    }

    /** Writes all of them to the log of record; returns how long that took. */
    Duration produce(Connection connection) {
        Serializer<SourceItem> serializer =
                connection.serdes().of(connection.topics().sourceItems()).serializer();
        String topic = connection.topics().sourceItems().name();
        // Without sequence numbers: on topics this young they can go wrong (KAFKA-15591).
        Map<String, Object> tuned = connection.client(Map.of(
                "linger.ms", 20, "batch.size", 256 * 1024, "compression.type", "lz4", "enable.idempotence", false));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(tuned, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(topic);
            long start = System.nanoTime();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (SourceItem item : items) {
                byte[] value = serializer.serialize(topic, item);
                sent.add(producer.send(
                        new ProducerRecord<>(topic, item.getIdentities().get(0), value)));
            }
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the control lost records", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static SourceItem item(String id, String category, String body) {
        return SourceItem.newBuilder()
                .setItemId("arxiv:" + id + "v1@" + category)
                .setIdentities(List.of("arxiv:" + id))
                .setSourceId(category)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv " + category)
                .setTitle("Paper " + id + " on learning to reason")
                .setBody(body)
                .setUrl("https://arxiv.org/abs/" + id)
                .setAuthors(List.of("A. Author", "B. Author"))
                .setCategories(List.of("cs.AI", "cs.LG"))
                .setContentHash(id + category)
                .setFetchedAt(Instant.ofEpochMilli(1_764_000_000_000L))
                .build();
    }

    private static String body(Random random) {
        return IntStream.range(0, SENTENCES)
                .mapToObj(i -> "The " + words(random) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String words(Random random) {
        return IntStream.range(0, SENTENCE_WORDS)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }
}
