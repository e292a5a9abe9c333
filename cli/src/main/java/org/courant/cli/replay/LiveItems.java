package org.courant.cli.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.process.StopSignal;
import org.courant.cli.topic.Groups;
import org.courant.service.CannotStart;

/** Live items that wait for enrich. If there are many they go first. */
final class LiveItems {
    /** So many may wait while a batch is sent. */
    static final long MOST = 1_000;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Groups groups;
    private final Passage.Stage stage;
    private final Duration patience;

    /**
     * Live items.
     *
     * @param stage the log, and the group that reads it
     * @param patience how long the group may get no further while so many wait
     */
    LiveItems(Groups groups, Passage.Stage stage, Duration patience) {
        this.groups = groups;
        this.stage = stage;
        this.patience = patience;
    }

    /**
     * Waits while more wait than may.
     *
     * @param report hears now and then how many wait
     * @return false if the process was told to stop before
     * @throws CannotStart if their group gets no further
     */
    boolean letPass(StopSignal stop, LongConsumer report) {
        Patience left = new Patience(patience);
        while (!stop.isRequested()) {
            Map<TopicPartition, Long> positions = new HashMap<>(groups.positions(stage.group()));
            positions.keySet().removeIf(partition -> !partition.topic().equals(stage.topic()));
            long waiting = waiting(positions);
            if (waiting <= MOST) {
                return true;
            }
            if (left.isOver(positions)) {
                throw stage.stuck(patience);
            }
            report.accept(waiting);
            if (stop.await(LOOK)) {
                return false;
            }
        }
        return false;
    }

    /** Items, and marks of transactions. */
    private long waiting(Map<TopicPartition, Long> positions) {
        return groups.ends(List.of(stage.topic())).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
