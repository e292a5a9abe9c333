package org.courant.lab.faults.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.courant.lab.faults.cluster.Waiting;
import org.courant.lab.faults.history.GroupPosition;

/** Notes each change of the committed offsets of every group, about once a second. */
final class PositionSampler implements AutoCloseable {
    private record Reading(String group, TopicPartition partition) {}

    private final Admin admin;
    private final Background background;
    private final List<GroupPosition> positions = new ArrayList<>();
    private final Map<Reading, Long> last = new HashMap<>();

    private PositionSampler(Admin admin) {
        this.admin = admin;
        this.background = Background.start("positions", this::sample);
    }

    static PositionSampler start(Admin admin) {
        return new PositionSampler(admin);
    }

    synchronized List<GroupPosition> positions() {
        return List.copyOf(positions);
    }

    @Override
    public void close() {
        background.close();
    }

    private void sample(Background.Running running) {
        while (running.isRunning()) {
            try {
                sampleOnce();
            } catch (ExecutionException | TimeoutException brokersAreDown) {
                // Again in a second.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (running.isRunning()) {
                Waiting.pause(Duration.ofSeconds(1));
            }
        }
    }

    /** Looks once, now. */
    void sampleOnce() throws ExecutionException, InterruptedException, TimeoutException {
        for (GroupListing group : admin.listGroups().all().get(5, TimeUnit.SECONDS)) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get(5, TimeUnit.SECONDS);
            note(group.groupId(), offsets);
        }
    }

    private synchronized void note(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Long before = offset == null ? null : last.put(new Reading(group, partition), offset.offset());
            if (offset != null && (before == null || before != offset.offset())) {
                positions.add(new GroupPosition(
                        Instant.now(), group, partition.topic(), partition.partition(), offset.offset()));
            }
        });
    }
}
