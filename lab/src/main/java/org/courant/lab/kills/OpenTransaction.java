package org.courant.lab.kills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that has begun on a partition and not ended there.
 *
 * @param epoch of the producer
 * @param state what its coordinator thinks of it
 */
record OpenTransaction(TopicPartition partition, long producerId, int epoch, TransactionState state) {
    private static final long SECONDS = 30;

    /** All of them, but for those on a topic that is left out. */
    static List<OpenTransaction> in(Admin admin, String leftOut)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get(SECONDS, TimeUnit.SECONDS);
        List<TopicPartition> partitions = new ArrayList<>();
        admin.describeTopics(
                        topics.stream().filter(topic -> !topic.equals(leftOut)).toList())
                .allTopicNames()
                .get(SECONDS, TimeUnit.SECONDS)
                .forEach((topic, described) -> described
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        Map<Long, TransactionState> states = new HashMap<>();
        for (TransactionListing listed : admin.listTransactions().all().get(SECONDS, TimeUnit.SECONDS)) {
            states.put(listed.producerId(), listed.state());
        }
        List<OpenTransaction> open = new ArrayList<>();
        admin.describeProducers(partitions).all().get(SECONDS, TimeUnit.SECONDS).forEach((partition, described) -> {
            for (ProducerState producer : described.activeProducers()) {
                if (producer.currentTransactionStartOffset().isPresent()) {
                    open.add(new OpenTransaction(
                            partition,
                            producer.producerId(),
                            producer.producerEpoch(),
                            states.getOrDefault(producer.producerId(), TransactionState.UNKNOWN)));
                }
            }
        });
        return open;
    }

    /** Whether its coordinator still reads its log, or has decided and its markers are still to be written. */
    boolean isUndecided() {
        return state == TransactionState.UNKNOWN
                || state == TransactionState.PREPARE_COMMIT
                || state == TransactionState.PREPARE_ABORT;
    }

    /** Whether it is one of a producer that was killed, which its time-out ends. */
    boolean isOngoing() {
        return state == TransactionState.ONGOING;
    }
}
