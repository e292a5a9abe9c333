package org.courant.lab.faults.history;

import java.util.List;

/**
 * Every record of a partition, committed or not, in order. Offsets that no record has belong to transaction markers;
 * the runs are too short for compaction.
 *
 * @param beginning first offset that the broker still keeps
 * @param stable last stable offset: what a reader of committed records can reach
 * @param end high watermark; beyond {@code stable} only where a transaction is open
 */
public record RecordedPartition(int partition, long beginning, long stable, long end, List<LogRecord> records) {
    public RecordedPartition {
        records = List.copyOf(records);
    }

    /** What a reader of committed records sees. */
    public List<LogRecord> committed() {
        return records.stream().filter(LogRecord::committed).toList();
    }

    /** What only a reader of uncommitted records sees. */
    public List<LogRecord> uncommitted() {
        return records.stream().filter(record -> !record.committed()).toList();
    }
}
