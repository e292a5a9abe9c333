package org.courant.cli.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.courant.cli.topic.Groups;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/**
 * Lets one replay run at a time: each takes its share of the time of the same services, and two of one slice would set
 * back each other's bookmark.
 *
 * <p>Whoever replays is in a consumer group, in which it has been given the first partition of the topic of replays. It
 * does not read it and polls no more, so that the group, which would have to wait for it, never gives the partition to
 * another as long as it lives. It leaves at its end; of one that was killed Kafka knows after ten seconds. One that was
 * stopped for longer than that and wakes up may find another beside it, which costs time and changes nothing.
 */
final class SoleReplay {
    /** Longer than a broker waits for the first members of a group ({@code group.initial.rebalance.delay.ms}). */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** A process that was told to stop has little time; where Kafka does not hear of it, it is as if it were killed. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;
    private final Groups groups;
    private final String group;
    private final Duration patience;

    /**
     * A replay through these stages.
     *
     * @param patience how long to wait for the right to run while others are in the group
     */
    SoleReplay(Connection connection, Groups groups, Stages stages, Duration patience) {
        this.connection = connection;
        this.groups = groups;
        this.group = "courant-replay-of-" + stages.enrich();
        this.patience = patience;
    }

    /**
     * Does the work while no other replay runs.
     *
     * @throws CannotStart if one does
     */
    int run(IntSupplier work) {
        refuse(groups.members(group), 0);
        KafkaConsumer<byte[], byte[]> member = member();
        try {
            join(member);
            return work.getAsInt();
        } finally {
            member.close(CloseOptions.timeout(LONGEST_GOODBYE));
        }
    }

    private void join(KafkaConsumer<byte[], byte[]> member) {
        String topic = connection.topics().replays().name();
        TopicPartition first = new TopicPartition(topic, 0);
        long begin = System.nanoTime();
        try {
            member.subscribe(List.of(topic));
            while (!member.assignment().contains(first)) {
                member.poll(POLL);
                long waited = System.nanoTime() - begin;
                if (waited > patience.toNanos()) {
                    refuse(groups.members(group), 1);
                }
                if (waited > LONGEST.toNanos()) {
                    throw new CannotStart("Kafka at %s has not let this replay into group %s for %s; check its brokers"
                            .formatted(connection.bootstrapServers(), group, Spans.of(LONGEST)));
                }
            }
        } catch (InterruptException stopped) {
            throw new CannotStart("interrupted while joining group " + group, stopped);
        } catch (KafkaException failed) {
            throw new CannotStart(
                    "Kafka at %s does not let this replay into group %s (%s); check that the broker runs and that this user may be in such a group"
                            .formatted(connection.bootstrapServers(), group, failed.getMessage()),
                    failed);
        }
    }

    /** Refuses to run where more are in the group than may be. */
    private static void refuse(List<String> members, int most) {
        if (members.size() > most) {
            throw new CannotStart(
                    "another replay runs (%s), and two would take twice the share. Wait for it or stop it; one that was killed leaves after 10 s"
                            .formatted(String.join(", ", members)));
        }
    }

    private KafkaConsumer<byte[], byte[]> member() {
        return new KafkaConsumer<>(
                connection.client(Map.ofEntries(
                        Map.entry("client.id", "courant-replay"),
                        Map.entry("group.id", group),
                        Map.entry("group.protocol", "classic"),
                        Map.entry("partition.assignment.strategy", RangeAssignor.class.getName()),
                        Map.entry("session.timeout.ms", 10_000),
                        Map.entry("heartbeat.interval.ms", 3_000),
                        Map.entry("max.poll.interval.ms", Integer.MAX_VALUE),
                        Map.entry("enable.auto.commit", false),
                        Map.entry("auto.offset.reset", "latest"),
                        Map.entry("allow.auto.create.topics", false))),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
