package org.courant.lab.faults.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.history.LogHeader;
import org.courant.lab.faults.history.Poison;
import org.courant.lab.faults.history.RecordedTopic;
import org.courant.lab.faults.schedule.PoisonKind;
import org.jspecify.annotations.Nullable;

/** Writes records that cannot be processed, each under a key of its own. */
final class PoisonWriter implements AutoCloseable {
    private static final String HEADER = "lab.poison";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Journal journal;
    private int count;

    PoisonWriter(String bootstrapServers, Journal journal) {
        this.journal = journal;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "request.timeout.ms", "5000",
                        "max.block.ms", "10000",
                        "delivery.timeout.ms", "15000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** @param topic with its prefix */
    synchronized void write(String topic, PoisonKind kind) {
        int number = count++;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key(number, kind), value(number, kind));
        record.headers().add(HEADER, kind.name().getBytes(StandardCharsets.UTF_8));
        try {
            RecordMetadata position = producer.send(record).get(20, TimeUnit.SECONDS);
            journal.add(EventKind.POISON, topic, "%s at %s".formatted(name(kind.name()), position));
        } catch (ExecutionException | TimeoutException e) {
            // It may be in the log all the same; the recording shows it.
            journal.add(EventKind.POISON, topic, "was not acknowledged: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What is in the log of it, by its header.
     *
     * @param deadLetters where the header is that of a copy
     */
    static List<Poison> in(List<RecordedTopic> topics, String deadLetters) {
        return topics.stream()
                .filter(topic -> !topic.name().equals(deadLetters))
                .flatMap(topic -> topic.partitions().stream()
                        .flatMap(partition -> partition.records().stream()
                                .flatMap(record -> record.headers().stream()
                                        .filter(header -> header.key().equals(HEADER))
                                        .map(header -> new Poison(
                                                topic.name(),
                                                partition.partition(),
                                                record.offset(),
                                                name(text(header)))))))
                .toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static String name(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(LogHeader header) {
        Bytes value = header.value();
        return value == null ? "" : new String(value.get(), StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] key(int number, PoisonKind kind) {
        return kind == PoisonKind.NULL_KEY ? null : ("poison-" + number).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] value(int number, PoisonKind kind) {
        byte[] garbage = ("poison number " + number).getBytes(StandardCharsets.UTF_8);
        return switch (kind) {
            case GARBAGE, NULL_KEY -> garbage;
            case UNKNOWN_SCHEMA ->
                ByteBuffer.allocate(5 + garbage.length)
                        .put((byte) 0)
                        .putInt(1_000_000 + number)
                        .put(garbage)
                        .array();
            case TRUNCATED ->
                ByteBuffer.allocate(6).put((byte) 0).putInt(1).put((byte) 2).array();
        };
    }
}
