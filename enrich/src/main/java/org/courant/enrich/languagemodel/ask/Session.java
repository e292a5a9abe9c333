package org.courant.enrich.languagemodel.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.Serde;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.topic.Topic;
import org.courant.service.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One membership in the group of those who ask: reads the topics of its partitions and writes summaries. All of it on
 * one thread.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final AskParts parts;
    private final Topic<SummaryRequest> requests;
    private final Topic<Summary> summaries;
    private final Serde<SummaryRequest> requestSerde;
    private final Serde<Summary> summarySerde;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<Integer, Lane> lanes = new TreeMap<>();

    /** Partition to the offset that its summaries had to be read up to; absent when they have been. */
    private final Map<Integer, Long> catchingUp = new HashMap<>();

    private final Map<TopicPartition, Long> committed = new HashMap<>();

    Session(AskParts parts) {
        this.parts = parts;
        this.requests = parts.connection().topics().summaryRequests();
        this.summaries = parts.connection().topics().summaries();
        this.requestSerde = parts.connection().serdes().of(requests);
        this.summarySerde = parts.connection().serdes().of(summaries);
        AskClients clients = new AskClients(parts.connection(), parts.groupId());
        // What cannot be written is not asked for.
        summarySerde.serializer().serialize(summaries.name(), SummaryRecords.EXAMPLE);
        this.consumer = clients.consumer();
        this.producer = clients.producer();
        consumer.subscribe(List.of(requests.name(), summaries.name()), new Assignments());
    }

    /** Reads what is new on the topics. */
    void read(Duration patience) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            Lane lane = lanes.get(record.partition());
            if (lane != null && record.topic().equals(summaries.name())) {
                answered(lane, record);
            } else if (lane != null) {
                requested(lane, record);
            }
        }
        catchingUp.entrySet().removeIf(end -> consumer.position(summariesOf(end.getKey())) >= end.getValue());
        holdBack();
        commit();
    }

    /** The lanes whose summaries are known, by partition. */
    NavigableMap<Integer, Lane> lanes() {
        NavigableMap<Integer, Lane> ready = new TreeMap<>(lanes);
        ready.keySet().removeAll(catchingUp.keySet());
        return ready;
    }

    /** Writes what was answered and returns when it is there; nothing is asked twice then. */
    void write(String key, Summary summary, int partition) throws InterruptedException {
        byte[] value = summarySerde.serializer().serialize(summaries.name(), summary);
        try {
            producer.send(new ProducerRecord<>(summaries.name(), partition, null, key, value))
                    .get();
        } catch (ExecutionException failed) {
            throw new KafkaException("the summary of " + key + " could not be written", failed.getCause());
        }
        Lane lane = lanes.get(partition);
        if (lane != null) {
            lane.done(key);
        }
    }

    /** Requests that are read and open, and those that are not read yet. */
    long waiting() {
        long waiting = 0;
        for (Map.Entry<Integer, Lane> lane : lanes.entrySet()) {
            waiting += lane.getValue().openRequests()
                    + consumer.currentLag(requestsOf(lane.getKey())).orElse(0);
        }
        return waiting;
    }

    long budgetLeft(Instant now) {
        return lanes.values().stream().mapToInt(lane -> lane.budgetLeft(now)).sum();
    }

    @Override
    public void close() {
        try {
            commit();
        } catch (KafkaException failed) {
            LOG.atLevel(parts.reported().test(failed) ? Level.DEBUG : Level.WARN)
                    .setCause(failed)
                    .log("language model: the position could not be committed; requests are looked at again");
        }
        consumer.close(CloseOptions.timeout(LEAVING));
        producer.close(LEAVING);
        requestSerde.close();
        summarySerde.close();
    }

    private void answered(Lane lane, ConsumerRecord<String, byte[]> record) {
        read(record, summarySerde).ifPresent(summary -> lane.answered(record.key(), summary.value()));
    }

    private void requested(Lane lane, ConsumerRecord<String, byte[]> record) {
        read(record, requestSerde)
                .ifPresentOrElse(
                        request -> lane.requested(record.offset(), record.key(), request.value()),
                        () -> lane.skipped(record.offset()));
    }

    private record Read<V>(@Nullable V value) {}

    /** Empty where the record is no good: it is logged, counted and left out. */
    private <V extends SpecificRecord> Optional<Read<V>> read(ConsumerRecord<String, byte[]> record, Serde<V> serde) {
        if (record.key() == null) {
            parts.meters().unreadable();
            return Optional.empty();
        }
        try {
            return Optional.of(new Read<>(serde.deserializer().deserialize(record.topic(), record.value())));
        } catch (RuntimeException failed) {
            if (Fault.whileReading(failed) != Fault.RECORD) {
                throw failed;
            }
            parts.meters().unreadable();
            LOG.warn(
                    "language model: {} [{}] offset {} cannot be read and is left out",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    failed);
            return Optional.empty();
        }
    }

    /** Requests stay in Kafka while their summaries are being read and while there is no room for more. */
    private void holdBack() {
        List<TopicPartition> held = new ArrayList<>();
        List<TopicPartition> wanted = new ArrayList<>();
        lanes.forEach((partition, lane) ->
                (catchingUp.containsKey(partition) || lane.isFull() ? held : wanted).add(requestsOf(partition)));
        consumer.pause(held);
        consumer.resume(wanted);
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) -> {
            TopicPartition of = requestsOf(partition);
            long begin = lane.begin();
            if (begin >= 0 && committed.getOrDefault(of, -1L) != begin) {
                offsets.put(of, new OffsetAndMetadata(begin));
            }
        });
        if (!offsets.isEmpty()) {
            try {
                consumer.commitSync(offsets);
                offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
            } catch (RebalanceInProgressException later) {
                LOG.debug("language model: committed after the rebalance", later);
            }
        }
    }

    private TopicPartition requestsOf(int partition) {
        return new TopicPartition(requests.name(), partition);
    }

    private TopicPartition summariesOf(int partition) {
        return new TopicPartition(summaries.name(), partition);
    }

    /** A partition begins with its summaries, read anew: another process may have asked meanwhile. */
    private final class Assignments implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            List<TopicPartition> told = assigned.stream()
                    .filter(partition -> partition.topic().equals(summaries.name()))
                    .toList();
            consumer.seekToBeginning(told);
            consumer.endOffsets(told).forEach((partition, end) -> {
                catchingUp.put(partition.partition(), end);
                lanes.put(partition.partition(), parts.lane(partition.partition()));
            });
            holdBack();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            commit();
            forget();
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            forget();
        }

        /** All of them: the assignor takes everything away before it gives anything. */
        private void forget() {
            lanes.clear();
            catchingUp.clear();
            committed.clear();
        }
    }
}
