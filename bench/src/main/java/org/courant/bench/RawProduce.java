package org.courant.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.SourceItem;
import org.courant.service.kafka.Connection;

/** Writes items to the log of record as fast as a tuned producer can: the ceiling. */
final class RawProduce {
    private final Connection connection;
    private final BrokerProcess broker;
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    RawProduce(Connection connection, BrokerProcess broker, Papers papers, int items) {
        this.connection = connection;
        this.broker = broker;
        String topic = connection.topics().sourceItems().name();
        Serializer<SourceItem> serializer =
                connection.serdes().of(connection.topics().sourceItems()).serializer();
        for (int i = 0; i < items; i++) {
            SourceItem item = papers.item(i);
            records.add(new ProducerRecord<>(
                    topic,
                    null,
                    Papers.time(i).toEpochMilli(),
                    item.getIdentities().get(0),
                    serializer.serialize(topic, item)));
        }
    }

    long bytes() {
        return records.stream().mapToLong(record -> record.value().length).sum() / records.size();
    }

    Rate run() {
        // Without sequence numbers: on topics this young they can go wrong (KAFKA-15591).
        Map<String, Object> tuned = connection.client(Map.of(
                "linger.ms", 20, "batch.size", 256 * 1024, "compression.type", "lz4", "enable.idempotence", false));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(tuned, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(connection.topics().sourceItems().name());
            Reading start = Reading.now(broker);
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
            return start.until(Reading.now(broker), records.size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the control lost records", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
