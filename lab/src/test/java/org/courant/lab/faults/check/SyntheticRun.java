package org.courant.lab.faults.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.history.ApiAnswer;
import org.courant.lab.faults.history.Delivery;
import org.courant.lab.faults.history.GroupPosition;
import org.courant.lab.faults.history.LogHeader;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.Observation;
import org.courant.lab.faults.history.Poison;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.lab.faults.history.RecordedPartition;
import org.courant.lab.faults.history.RecordedTopic;
import org.courant.lab.faults.history.StreamEvent;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** A history that a test writes record by record; each record is a transaction of its own. */
final class SyntheticRun {
    static final Topics TOPICS = new Topics("t.", 2);
    private static final Instant AT = Instant.parse("2026-06-24T12:00:00Z");

    final List<Observation> observations = new ArrayList<>();
    final List<GroupPosition> positions = new ArrayList<>();
    final List<StreamEvent> streams = new ArrayList<>();
    final List<ApiAnswer> answers = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final List<String> etiquette = new ArrayList<>();
    final List<Poison> poison = new ArrayList<>();
    final List<String> hung = new ArrayList<>();
    private final Map<String, Map<Integer, List<LogRecord>>> logs = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> schemas = new HashMap<>();
    private boolean isTransactional = true;
    private boolean hasOpenTransaction;

    /** What is written from here on is followed by no marker. */
    SyntheticRun withoutTransactions() {
        isTransactional = false;
        return this;
    }

    /** All topics end with a record whose transaction is open. */
    SyntheticRun withOpenTransaction() {
        hasOpenTransaction = true;
        return this;
    }

    long write(String topic, int partition, long timestamp, String key, @Nullable SpecificRecordBase value) {
        return raw(topic, partition, timestamp, key, value == null ? null : bytes(value), List.of(), true);
    }

    long aborted(String topic, int partition, String key, SpecificRecordBase value) {
        return raw(topic, partition, 0, key, bytes(value), List.of(), false);
    }

    long letter(String key, byte @Nullable [] value, Map<String, String> headers) {
        List<LogHeader> all = headers.entrySet().stream()
                .map(header -> new LogHeader(
                        header.getKey(), Bytes.wrap(header.getValue().getBytes(StandardCharsets.UTF_8))))
                .toList();
        return raw(TOPICS.deadLetters().name(), 0, 0, key, value, all, true);
    }

    long raw(
            String topic,
            int partition,
            long timestamp,
            String key,
            byte @Nullable [] value,
            List<LogHeader> headers,
            boolean committed) {
        List<LogRecord> log = logs.computeIfAbsent(topic, name -> new TreeMap<>())
                .computeIfAbsent(partition, number -> new ArrayList<>());
        long offset = log.isEmpty() ? 0 : log.get(log.size() - 1).offset() + 2;
        log.add(new LogRecord(
                offset,
                timestamp,
                Bytes.wrap(key.getBytes(StandardCharsets.UTF_8)),
                value == null ? null : Bytes.wrap(value),
                headers,
                committed));
        return offset;
    }

    RecordedHistory history() {
        List<RecordedTopic> topics = new ArrayList<>();
        logs.forEach((name, partitions) -> topics.add(new RecordedTopic(
                name,
                partitions.entrySet().stream()
                        .map(log -> partition(log.getKey(), log.getValue()))
                        .toList())));
        topics.sort(Comparator.comparing(RecordedTopic::name));
        return new RecordedHistory(
                7,
                AT,
                AT,
                topics,
                List.of(),
                observations,
                positions,
                streams,
                answers,
                deliveries,
                etiquette,
                poison,
                hung,
                schemas);
    }

    private RecordedPartition partition(int number, List<LogRecord> log) {
        long last = log.get(log.size() - 1).offset();
        long stable = last + (isTransactional ? 2 : 1);
        return new RecordedPartition(number, 0, stable, hasOpenTransaction ? stable + 1 : stable, log);
    }

    private byte[] bytes(SpecificRecordBase value) {
        int id = ids.computeIfAbsent(value.getSchema().getFullName(), name -> ids.size() + 1);
        schemas.put(id, value.getSchema().toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecordBase>(value.getSchema(), value.getSpecificData())
                    .write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }
}
