package org.courant.lab.faults.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.lab.faults.history.RecordedPartition;
import org.courant.lab.faults.history.RecordedTopic;

/** The topics of a history, decoded once each. */
public final class Logs {
    /** Header of what the suite wrote; dead letters keep it. */
    static final String POISON = "lab.poison";

    private final RecordedHistory history;
    private final Decoder decoder;
    private final Map<String, List<KeyedRecord>> decoded = new ConcurrentHashMap<>();

    Logs(RecordedHistory history) {
        this.history = history;
        this.decoder = new Decoder(history.schemas());
    }

    RecordedHistory history() {
        return history;
    }

    List<RecordedPartition> partitions(String topic) {
        return history.topic(topic).map(RecordedTopic::partitions).orElse(List.of());
    }

    /** What a reader of committed records sees, partition after partition; none where the topic was not recorded. */
    List<KeyedRecord> committed(String topic) {
        return decoded.computeIfAbsent(
                topic,
                name -> partitions(name).stream()
                        .flatMap(partition -> partition.committed().stream()
                                .map(record -> decode(name, partition.partition(), record)))
                        .toList());
    }

    /** The committed records of each key in their order, poison left out: all of a key stand in one partition. */
    Map<String, List<KeyedRecord>> byKey(String topic) {
        return committed(topic).stream()
                .filter(record -> !record.isUnreadable() && !isPoison(record))
                .collect(Collectors.groupingBy(KeyedRecord::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** The newest record of each key that has not been withdrawn. */
    Map<String, KeyedRecord> table(String topic) {
        Map<String, KeyedRecord> table = new LinkedHashMap<>();
        byKey(topic).forEach((key, records) -> {
            KeyedRecord last = records.get(records.size() - 1);
            if (!last.isTombstone()) {
                table.put(key, last);
            }
        });
        return table;
    }

    /** Whether the suite wrote it so that it would be put aside. */
    boolean isPoison(KeyedRecord record) {
        return isPoison(record.topic(), record.partition(), record.raw());
    }

    /** The header tells of poison that no broker acknowledged and that was written all the same. */
    boolean isPoison(String topic, int partition, LogRecord record) {
        return record.headers().stream().anyMatch(header -> header.key().equals(POISON))
                || history.poison().stream()
                        .anyMatch(poison -> poison.topic().equals(topic)
                                && poison.partition() == partition
                                && poison.offset() == record.offset());
    }

    private KeyedRecord decode(String topic, int partition, LogRecord record) {
        return KeyedRecord.of(topic, partition, record, decoder);
    }
}
