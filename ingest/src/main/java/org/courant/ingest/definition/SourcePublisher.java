package org.courant.ingest.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.Source;
import org.courant.schemas.topic.SourcePartitions;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;
import org.jspecify.annotations.Nullable;

/** Makes the topic of sources say what {@code sources.yaml} says. A second time it finds nothing to do. */
public final class SourcePublisher {
    private final Connection connection;
    private final Topic<Source> topic;

    public SourcePublisher(Connection connection) {
        this.connection = connection;
        this.topic = connection.topics().sources();
    }

    /**
     * Compares the file with the topic; changes nothing.
     *
     * @throws CannotStart if Kafka or the registry does not answer
     */
    public SourcePlan plan(SourceDefinitions wanted) {
        return SourcePlan.between(wanted, PublishedSources.read(connection));
    }

    /**
     * Carries a plan out. If it fails half-way, another plan finds what is left to do.
     *
     * @throws CannotStart if a definition could not be written
     */
    public void apply(SourcePlan plan) {
        Map<String, Object> settings = connection.client(Map.of(
                "client.id",
                "courant-sources",
                "acks",
                "all",
                "enable.idempotence",
                true,
                "max.block.ms",
                15_000,
                "delivery.timeout.ms",
                30_000,
                "request.timeout.ms",
                15_000));
        try (Serde<Source> serde = connection.serdes().of(topic);
                KafkaProducer<String, Source> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            List<Future<?>> sent = new ArrayList<>();
            plan.changes().stream()
                    .flatMap(change -> records(change).stream())
                    .forEach(record -> sent.add(producer.send(record)));
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException | KafkaException failed) {
            throw new CannotStart(
                    "topic %s at %s cannot be written (%s); mend that and apply again"
                            .formatted(topic.name(), connection.bootstrapServers(), failed.getMessage()),
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while writing to " + topic.name() + "; apply again", interrupted);
        }
    }

    private List<ProducerRecord<String, Source>> records(SourceChange change) {
        Source source = change.source();
        if (change instanceof SourceChange.Added) {
            return List.of(record(source, source));
        }
        if (change instanceof SourceChange.Removed) {
            return List.of(record(source, null));
        }
        if (change instanceof SourceChange.Changed changed) {
            boolean sameKey = SourcePlan.key(changed.before()).equals(SourcePlan.key(source));
            return sameKey
                    ? List.of(record(source, source))
                    : List.of(record(changed.before(), null), record(source, source));
        }
        return List.of();
    }

    private ProducerRecord<String, Source> record(Source place, @Nullable Source value) {
        int partition = SourcePartitions.partition(place.getPolitenessGroup(), topic.partitions());
        return new ProducerRecord<>(topic.name(), partition, SourcePlan.key(place), value);
    }
}
