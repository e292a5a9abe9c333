package org.courant.cli.demo;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.cli.topic.TopicReader;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** Waits until the digest of the sample day is complete and nothing moves any more. */
final class DemoWatch {
    private static final Duration POLL = Duration.ofMillis(50);
    /** Longer than any stage holds a record back. */
    private static final Duration QUIET = Duration.ofMillis(700);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private DemoWatch() {}

    /**
     * Reads the topics until they have everything.
     *
     * @throws CannotStart if they do not within a minute and a half; the message says what is missing
     */
    static void untilComplete(Connection connection, DemoTables tables, int sources) {
        long begin = System.nanoTime();
        long movedAt = begin;
        try (TopicReader reader = TopicReader.open(connection, tables.topics())) {
            while (true) {
                List<ConsumerRecord<byte[], byte[]>> records = reader.poll(POLL);
                records.forEach(tables::add);
                long now = System.nanoTime();
                String missing = tables.missing(sources);
                if (!records.isEmpty()) {
                    movedAt = now;
                } else if (missing.isEmpty() && now - movedAt > QUIET.toNanos()) {
                    return;
                }
                if (now - begin > PATIENCE.toNanos()) {
                    throw new CannotStart("the sample day is not finished after " + PATIENCE.toSeconds() + " s: "
                            + (missing.isEmpty() ? "the topics are still being written to" : missing));
                }
            }
        }
    }
}
