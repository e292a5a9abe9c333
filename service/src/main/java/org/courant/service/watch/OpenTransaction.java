package org.courant.service.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Who keeps a partition unstable, as its broker and the coordinator of the transaction know it.
 *
 * @param partition where
 * @param offset first offset of the transaction
 * @param producer id and epoch of the producer that opened it
 * @param coordinated what the coordinator knows; empty where it has no transactional id for the producer
 */
public record OpenTransaction(
        TopicPartition partition, long offset, Optional<Producer> producer, Optional<Coordinated> coordinated) {
    /** A producer by its id. */
    public record Producer(long id, int epoch) {}

    /**
     * A transactional id as its coordinator sees it.
     *
     * @param state such as {@code CompleteCommit}
     * @param ends after how long the coordinator ends the transaction by itself; empty where it knows of none that is
     *     open in the partition
     * @param began when it began, by the clock of the coordinator; empty likewise
     */
    public record Coordinated(String transactionalId, String state, Optional<Duration> ends, Optional<Instant> began) {}

    /** True where only an operator can end it: for the coordinator it has ended, or never was. */
    public boolean hangs() {
        return coordinated.flatMap(Coordinated::ends).isEmpty();
    }

    /** True where it began before this moment. */
    boolean beganBefore(Instant moment) {
        return coordinated
                .flatMap(Coordinated::began)
                .filter(began -> began.isBefore(moment))
                .isPresent();
    }

    /**
     * Names the partition, the producer and the remedy.
     *
     * @param bootstrapServers for the command that ends the transaction
     */
    public String described(String bootstrapServers) {
        return "%s [%d] cannot be read beyond offset %d: %s of %s is open there%s"
                .formatted(
                        partition.topic(),
                        partition.partition(),
                        offset,
                        coordinated
                                .map(known -> "transaction '" + known.transactionalId() + "'")
                                .orElse("a transaction"),
                        producer.map(known -> "producer " + known.id() + ", epoch " + known.epoch())
                                .orElse("an unknown producer"),
                        remedy(bootstrapServers));
    }

    private String remedy(String bootstrapServers) {
        String tool = "kafka-transactions.sh --bootstrap-server " + bootstrapServers;
        if (!hangs()) {
            Coordinated known = coordinated.orElseThrow();
            return "; its coordinator ends it after %d s at most. To end it now: stop the producer, then %s forceTerminateTransaction --transactionalId %s"
                    .formatted(known.ends().orElseThrow().toSeconds(), tool, known.transactionalId());
        }
        return " and hangs: its coordinator says %s. To end it: %s abort --topic %s --partition %d --start-offset %d; this drops what the transaction wrote there"
                .formatted(
                        coordinated.map(Coordinated::state).orElse("nothing"),
                        tool,
                        partition.topic(),
                        partition.partition(),
                        offset);
    }
}
