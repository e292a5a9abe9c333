package org.courant.lab.faults.check;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.history.LogHeader;
import org.courant.schemas.topic.DeadLetterHeaders;

/** Where dead letters come from, as their headers tell. */
final class DeadLetters {
    private DeadLetters() {}

    /** Topic, partition and offset of every record that has become a dead letter. */
    static Set<String> positions(Run run) {
        Set<String> positions = new HashSet<>();
        run.faulty().committed(run.topics().deadLetters().name()).forEach(letter -> positions.add(origin(letter)));
        return positions;
    }

    static String position(KeyedRecord record) {
        return position(record.topic(), record.partition(), record.raw().offset());
    }

    static String position(String topic, int partition, long offset) {
        return topic + " [" + partition + "] offset " + offset;
    }

    /** The record that a letter holds; of no topic where it came from outside Kafka. */
    static String origin(KeyedRecord letter) {
        return header(letter, DeadLetterHeaders.TOPIC)
                + " [" + header(letter, DeadLetterHeaders.PARTITION) + "] offset "
                + header(letter, DeadLetterHeaders.OFFSET);
    }

    static String header(KeyedRecord letter, String name) {
        return letter.raw().headers().stream()
                .filter(header -> header.key().equals(name))
                .map(LogHeader::value)
                .filter(Objects::nonNull)
                .map(Bytes::get)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .reduce("", (first, last) -> last);
    }
}
