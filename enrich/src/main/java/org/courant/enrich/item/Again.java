package org.courant.enrich.item;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Marks what follows from a replay. The mark is a header, which Streams carries from stage to stage by itself, so no
 * record has to know of replays. It ends where a story is told: nothing that readers get carries it.
 */
public final class Again {
    private static final String HEADER = "courant.again";
    private static final byte[] NO_VALUE = {};

    private Again() {}

    /** The record, with the mark and no other header. */
    public static <K, V> Record<K, V> mark(Record<K, V> record) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(HEADER, NO_VALUE);
        return record.withHeaders(headers);
    }

    /** Whether a record follows from a replay. */
    public static boolean isMarked(Record<?, ?> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    /** The record without any header. */
    public static <K, V> Record<K, V> unmark(Record<K, V> record) {
        return record.withHeaders(new RecordHeaders());
    }
}
