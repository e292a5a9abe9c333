package org.courant.lab.faults.history;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stands in the log.
 *
 * @param timestamp milliseconds since 1970
 * @param key null where the record has none
 * @param value null for a tombstone
 * @param headers in their order
 * @param committed whether a reader of committed records sees it; if not, its transaction was aborted or is open: open
 *     where {@code offset} is not below {@link RecordedPartition#stable}
 */
public record LogRecord(
        long offset,
        long timestamp,
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<LogHeader> headers,
        boolean committed) {
    public LogRecord {
        headers = List.copyOf(headers);
    }
}
