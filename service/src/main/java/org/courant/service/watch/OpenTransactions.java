package org.courant.service.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/** Asks brokers and coordinators who keeps a partition unstable: three requests, sent only where there is one. */
final class OpenTransactions {
    private final Admin admin;

    OpenTransactions(Admin admin) {
        this.admin = admin;
    }

    /**
     * Asks; what this user may not see stays empty.
     *
     * @throws ExecutionException if the cluster does not answer
     */
    OpenTransaction at(TopicPartition partition, long offset) throws ExecutionException, InterruptedException {
        try {
            Optional<ProducerState> state =
                    admin
                            .describeProducers(List.of(partition))
                            .partitionResult(partition)
                            .get()
                            .activeProducers()
                            .stream()
                            .filter(producer ->
                                    producer.currentTransactionStartOffset().orElse(-1) == offset)
                            .findFirst();
            if (state.isEmpty()) {
                return new OpenTransaction(partition, offset, Optional.empty(), Optional.empty());
            }
            OpenTransaction.Producer producer = new OpenTransaction.Producer(
                    state.get().producerId(), state.get().producerEpoch());
            return new OpenTransaction(partition, offset, Optional.of(producer), coordinated(producer, partition));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AuthorizationException) {
                return new OpenTransaction(partition, offset, Optional.empty(), Optional.empty());
            }
            throw failed;
        }
    }

    private static Optional<Instant> began(TransactionDescription known) {
        OptionalLong began = known.transactionStartTimeMs();
        return began.isPresent() ? Optional.of(Instant.ofEpochMilli(began.getAsLong())) : Optional.empty();
    }

    private Optional<OpenTransaction.Coordinated> coordinated(
            OpenTransaction.Producer producer, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        ListTransactionsOptions ofProducer = new ListTransactionsOptions().filterProducerIds(List.of(producer.id()));
        Optional<String> id = admin.listTransactions(ofProducer).all().get().stream()
                .map(TransactionListing::transactionalId)
                .findFirst();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            TransactionDescription known = admin.describeTransactions(List.of(id.get()))
                    .description(id.get())
                    .get();
            boolean open = known.producerId() == producer.id()
                    && known.producerEpoch() == producer.epoch()
                    && known.state() == TransactionState.ONGOING
                    && known.topicPartitions().contains(partition);
            return Optional.of(new OpenTransaction.Coordinated(
                    id.get(),
                    known.state().toString(),
                    open ? Optional.of(Duration.ofMillis(known.transactionTimeoutMs())) : Optional.empty(),
                    open ? began(known) : Optional.empty()));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TransactionalIdNotFoundException) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
