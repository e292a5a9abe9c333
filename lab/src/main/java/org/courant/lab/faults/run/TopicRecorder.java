package org.courant.lab.faults.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.history.LogHeader;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.RecordedPartition;
import org.courant.lab.faults.history.RecordedTopic;
import org.jspecify.annotations.Nullable;

/** Reads every topic to its end, once with and once without what is not committed. */
record TopicRecorder(Admin admin, LogReader reader) {
    private static final Duration MOST = Duration.ofMinutes(2);

    /** Those of all topics, but Kafka's own, whose names are wanted; sorted by name. */
    List<RecordedTopic> record(Predicate<String> wanted) throws ExecutionException, InterruptedException {
        List<RecordedTopic> recorded = new ArrayList<>();
        for (String name : new TreeSet<>(admin.listTopics().names().get())) {
            if (wanted.test(name)) {
                recorded.add(record(name));
            }
        }
        return recorded;
    }

    /** One topic. */
    RecordedTopic record(String name) throws ExecutionException, InterruptedException {
        return record(Objects.requireNonNull(
                admin.describeTopics(List.of(name)).allTopicNames().get().get(name)));
    }

    private RecordedTopic record(TopicDescription topic) {
        List<TopicPartition> partitions = topic.partitions().stream()
                .map(each -> new TopicPartition(topic.name(), each.partition()))
                .toList();
        try (KafkaConsumer<byte[], byte[]> all = reader.uncommitted();
                KafkaConsumer<byte[], byte[]> committed = reader.committed()) {
            Map<TopicPartition, Long> beginnings = all.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = all.endOffsets(partitions);
            Map<TopicPartition, Long> stable = committed.endOffsets(partitions);
            Map<TopicPartition, Set<Long>> visible = new HashMap<>();
            read(committed, stable)
                    .forEach(record -> visible.computeIfAbsent(partition(record), any -> new HashSet<>())
                            .add(record.offset()));
            Map<TopicPartition, List<LogRecord>> records = new HashMap<>();
            read(all, ends)
                    .forEach(record -> records.computeIfAbsent(partition(record), any -> new ArrayList<>())
                            .add(logRecord(
                                    record,
                                    visible.getOrDefault(partition(record), Set.of())
                                            .contains(record.offset()))));
            return new RecordedTopic(
                    topic.name(),
                    partitions.stream()
                            .map(each -> new RecordedPartition(
                                    each.partition(),
                                    Objects.requireNonNull(beginnings.get(each)),
                                    Objects.requireNonNull(stable.get(each)),
                                    Objects.requireNonNull(ends.get(each)),
                                    records.getOrDefault(each, List.of())))
                            .toList());
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long end = System.nanoTime() + MOST.toNanos();
        while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "topic cannot be read to its end within %d s: %s".formatted(MOST.toSeconds(), ends.keySet()));
            }
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        records.removeIf(record -> record.offset() >= ends.getOrDefault(partition(record), 0L));
        return records;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static LogRecord logRecord(ConsumerRecord<byte[], byte[]> record, boolean committed) {
        List<LogHeader> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new LogHeader(header.key(), bytes(header.value()))));
        return new LogRecord(
                record.offset(), record.timestamp(), bytes(record.key()), bytes(record.value()), headers, committed);
    }

    private static @Nullable Bytes bytes(byte @Nullable [] array) {
        return array == null ? null : Bytes.wrap(array);
    }
}
