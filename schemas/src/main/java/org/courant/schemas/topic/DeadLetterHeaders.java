package org.courant.schemas.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of a dead letter, all UTF-8 strings. The record's own headers are kept beside them.
 *
 * @param reason one sentence for a person
 * @param stage which step gave up, e.g. {@code enrich/deserialization}
 * @param exception class name of the exception, empty where there was none
 * @param topic topic of the record, empty where it came from outside Kafka
 * @param partition partition of the record, -1 where it came from outside Kafka
 * @param offset offset of the record, -1 where it came from outside Kafka
 * @param attempt 1 for a first failure; counted up by a requeue
 */
public record DeadLetterHeaders(
        String reason, String stage, String exception, String topic, int partition, long offset, int attempt) {
    public static final String REASON = "courant.reason";
    public static final String STAGE = "courant.stage";
    public static final String EXCEPTION = "courant.exception";
    public static final String TOPIC = "courant.topic";
    public static final String PARTITION = "courant.partition";
    public static final String OFFSET = "courant.offset";
    public static final String ATTEMPT = "courant.attempt";

    /** Id of the source; only where the record came from outside Kafka. */
    public static final String SOURCE = "courant.source";

    /** Adds these headers to a record's. */
    public void addTo(Headers headers) {
        put(headers, REASON, reason);
        put(headers, STAGE, stage);
        put(headers, EXCEPTION, exception);
        put(headers, TOPIC, topic);
        put(headers, PARTITION, String.valueOf(partition));
        put(headers, OFFSET, String.valueOf(offset));
        put(headers, ATTEMPT, String.valueOf(attempt));
    }

    /** The attempt that a record's headers state, 0 where they state none. */
    public static int attemptIn(Headers headers) {
        var header = headers.lastHeader(ATTEMPT);
        if (header == null) {
            return 0;
        }
        String value = new String(header.value(), StandardCharsets.UTF_8);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
