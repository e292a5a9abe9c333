package org.courant.service.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** Finds at one look, without the patience of a {@link ClusterWatch}, the transactions that are open for too long. */
public final class LongTransactions {
    /** Longer than a coordinator takes to end a transaction that it has decided about. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private LongTransactions() {}

    /**
     * Looks; a second time two seconds later where a transaction is open at all.
     *
     * @param groups consumer groups whose offsets and internal topics count too
     * @return those that have been open for longer than {@link ClusterWatch#MAX_TRANSACTION}, and those that their
     *     coordinator does not know
     * @throws CannotStart if Kafka does not answer
     */
    public static List<OpenTransaction> of(
            Connection connection, Set<String> topics, Collection<String> groups, InstantSource clock) {
        Map<String, Object> settings = connection.client(Map.of(
                "client.id", "courant-transactions", "request.timeout.ms", 5_000, "default.api.timeout.ms", 15_000));
        try (Admin admin = Admin.create(settings)) {
            Set<TopicPartition> partitions = new HashSet<>();
            for (String group : groups) {
                partitions.addAll(new Watched("status", group, topics).partitions(admin));
            }
            List<Unstable> first = open(admin, partitions, new StableOffsets(Duration.ZERO));
            return first.isEmpty() ? List.of() : confirmed(admin, first, clock);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while asking Kafka for open transactions", interrupted);
        } catch (ExecutionException failed) {
            throw new CannotStart(
                    "Kafka at %s does not answer when asked for open transactions (%s); check that the broker runs and that this user may do so"
                            .formatted(connection.bootstrapServers(), failed.getCause()),
                    failed);
        }
    }

    private static List<Unstable> open(Admin admin, Set<TopicPartition> partitions, StableOffsets offsets)
            throws ExecutionException, InterruptedException {
        return offsets.observe(
                Watched.ends(admin, partitions, IsolationLevel.READ_COMMITTED),
                Watched.ends(admin, partitions, IsolationLevel.READ_UNCOMMITTED),
                Instant.EPOCH);
    }

    private static List<OpenTransaction> confirmed(Admin admin, List<Unstable> first, InstantSource clock)
            throws ExecutionException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        Set<TopicPartition> partitions = new HashSet<>();
        first.forEach(each -> partitions.add(each.partition()));
        OpenTransactions transactions = new OpenTransactions(admin);
        List<OpenTransaction> found = new ArrayList<>();
        for (Unstable each : open(admin, partitions, new StableOffsets(Duration.ZERO))) {
            OpenTransaction transaction = transactions.at(each.partition(), each.offset());
            boolean isLong = transaction.beganBefore(clock.instant().minus(ClusterWatch.MAX_TRANSACTION));
            if (first.contains(each) && (transaction.hangs() || isLong)) {
                found.add(transaction);
            }
        }
        return found;
    }
}
