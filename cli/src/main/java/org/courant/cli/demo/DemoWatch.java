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

    /** A stage that has not moved for so long has stopped; a machine that is merely busy moves now and then. */
    private static final Duration MAX_STANDSTILL = Duration.ofSeconds(60);

    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private DemoWatch() {}

    /**
     * Reads the topics until they have everything.
     *
     * @throws CannotStart if nothing is written for a minute, or all is not there within five; the message says what is
     *     missing
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
                // Sources write their status at every poll, whether there is news or not.
                if (records.stream().anyMatch(tables::isOfTheDigest)) {
                    movedAt = now;
                } else if (missing.isEmpty() && now - movedAt > QUIET.toNanos()) {
                    return;
                }
                if (now - movedAt > MAX_STANDSTILL.toNanos() || now - begin > MAX_WAIT.toNanos()) {
                    throw new CannotStart("the sample day is not finished after "
                            + Duration.ofNanos(now - begin).toSeconds() + " s, of which nothing was written for "
                            + Duration.ofNanos(now - movedAt).toSeconds() + " s: "
                            + (missing.isEmpty() ? "the topics are still being written to" : missing));
                }
            }
        }
    }
}
