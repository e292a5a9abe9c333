package org.courant.lab.faults.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.courant.lab.faults.history.Observation;

/** Reads committed records while the faults go on, and notes when it was given which. */
final class LiveConsumer implements AutoCloseable {
    private final Background background;
    private final List<Observation> observations = new ArrayList<>();

    private LiveConsumer(LogReader reader, Collection<TopicPartition> partitions) {
        background = Background.start("live-consumer", running -> read(reader, partitions, running));
    }

    static LiveConsumer start(LogReader reader, Collection<TopicPartition> partitions) {
        return new LiveConsumer(reader, partitions);
    }

    synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    @Override
    public void close() {
        background.close();
    }

    private void read(LogReader reader, Collection<TopicPartition> partitions, Background.Running running) {
        try (KafkaConsumer<byte[], byte[]> consumer = reader.committed()) {
            consumer.assign(partitions);
            while (running.isRunning()) {
                try {
                    consumer.poll(Duration.ofMillis(200)).forEach(this::note);
                } catch (RetriableException brokersAreDown) {
                    // Again: that is what the run is about.
                } catch (KafkaException failed) {
                    if (running.isRunning()) {
                        throw failed;
                    }
                }
            }
        }
    }

    private synchronized void note(ConsumerRecord<byte[], byte[]> record) {
        observations.add(new Observation(Instant.now(), record.topic(), record.partition(), record.offset()));
    }
}
