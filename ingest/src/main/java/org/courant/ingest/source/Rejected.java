package org.courant.ingest.source;

import java.util.Arrays;

/**
 * Something that a source lists and that cannot become an item; it becomes a dead letter.
 *
 * @param itemId what the item would have been called, as far as that is known
 * @param raw what the source delivered, cut at 512 KiB; not copied
 * @param reason one sentence for a person: the thing, the value and the remedy
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes go on to Kafka as they are.
public record Rejected(String itemId, byte[] raw, String reason) {
    /** Most bytes that are kept of what was delivered. */
    public static final int MAX_RAW_BYTES = 512 * 1024;

    public Rejected {
        raw = raw.length > MAX_RAW_BYTES ? Arrays.copyOf(raw, MAX_RAW_BYTES) : raw;
    }
}
