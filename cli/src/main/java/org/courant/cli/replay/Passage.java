package org.courant.cli.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.process.StopSignal;
import org.courant.cli.topic.Groups;
import org.courant.cli.topic.TopicReader;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/**
 * Waits until what has been sent has passed every stage. A stage commits what it has read together with what it has
 * written. So once its group has committed all that its topic held, what follows is in the next topic, and one is
 * waited for after the other.
 */
final class Passage {
    /** How long a stage may get no further. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(40);

    /** Records are looked at up to this number, to tell them from marks of transactions and what was aborted. */
    private static final int MOST_TO_LOOK_AT = 10_000;

    private final Connection connection;
    private final Groups groups;
    private final List<Stage> stages;

    /** A topic that a group reads. */
    record Stage(String group, String topic) {
        /** Its group has got no further for so long. */
        CannotStart stuck(Duration patience) {
            return new CannotStart(
                    "group %s has read nothing of %s for %s; see whether the service runs and what it logs"
                            .formatted(group, topic, Spans.of(patience)));
        }
    }

    Passage(Connection connection, Groups groups, List<Stage> stages) {
        this.connection = connection;
        this.groups = groups;
        this.stages = List.copyOf(stages);
    }

    /**
     * Waits.
     *
     * @return false if the process was told to stop before all had passed
     * @throws CannotStart if a stage gets no further
     */
    boolean await(StopSignal stop) {
        for (Stage stage : stages) {
            Map<TopicPartition, Long> ends = groups.ends(List.of(stage.topic()));
            Map<TopicPartition, Rest> before = Map.of();
            Patience patience = new Patience(PATIENCE);
            while (true) {
                Map<TopicPartition, Rest> left = left(stage, ends);
                if (left.isEmpty() || (left.equals(before) && holdsNothing(left))) {
                    break;
                }
                if (patience.isOver(left)) {
                    throw stage.stuck(PATIENCE);
                }
                before = left;
                if (stop.await(LOOK)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Partitions that the group has not read to these ends, with what is left of them. */
    private Map<TopicPartition, Rest> left(Stage stage, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> positions = groups.positions(stage.group());
        Map<TopicPartition, Rest> left = new HashMap<>();
        ends.forEach((partition, end) -> {
            long read = positions.getOrDefault(partition, 0L);
            if (read < end) {
                left.put(partition, new Rest(read, end));
            }
        });
        return left;
    }

    /** Whether there is no committed record in what is left. */
    private boolean holdsNothing(Map<TopicPartition, Rest> left) {
        if (left.values().stream().anyMatch(rest -> rest.end() - rest.begin() > MOST_TO_LOOK_AT)) {
            return false;
        }
        Map<TopicPartition, Long> begin = new HashMap<>();
        left.forEach((partition, rest) -> begin.put(partition, rest.begin()));
        try (TopicReader reader = TopicReader.at(connection, begin)) {
            long started = System.nanoTime();
            while (System.nanoTime() - started < TimeUnit.SECONDS.toNanos(2)) {
                if (left.entrySet().stream()
                        .allMatch(rest -> reader.position(rest.getKey())
                                >= rest.getValue().end())) {
                    return true;
                }
                boolean any = reader.poll(Duration.ofMillis(50)).stream().anyMatch(record -> {
                    Rest rest = left.get(new TopicPartition(record.topic(), record.partition()));
                    return rest != null && record.offset() < rest.end();
                });
                if (any) {
                    return false;
                }
            }
            return false;
        }
    }

    /** Offsets that a group has not committed. */
    private record Rest(long begin, long end) {}
}
