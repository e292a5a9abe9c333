package org.courant.cli.watch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.courant.cli.output.AvroValues;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of entries.
 *
 * @param entryId its key
 * @param entry empty where the entry was withdrawn
 * @param partition partition of the record
 * @param offset offset of the record
 * @param timestamp when it was written
 */
record EntryRecord(String entryId, Optional<DigestEntry> entry, int partition, long offset, Instant timestamp) {
    /** The record for a program, with the place to go on from after it. */
    Map<String, @Nullable Object> values(StartAt.Offsets next) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("entryId", entryId);
        values.put("withdrawn", entry.isEmpty());
        values.put("partition", partition);
        values.put("offset", offset);
        values.put("timestamp", timestamp.toString());
        values.put("resume", next.toString());
        values.put("entry", entry.map(AvroValues::of).orElse(null));
        return values;
    }
}
