package org.courant.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;
import org.courant.schemas.topic.Topic;

/**
 * Creates topics on a cluster of one node.
 *
 * @param admin client of the cluster
 */
public record TopicCreation(Admin admin) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Creates them with their configuration and returns when each partition has a leader (KAFKA-15591). */
    public void create(List<Topic<?>> topics) {
        List<NewTopic> requests = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                .toList();
        get(admin.createTopics(requests).all());
        Set<String> names = topics.stream().map(Topic::name).collect(Collectors.toSet());
        Awaitility.await("leaders of " + names)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(() -> haveLeaders(names));
    }

    private boolean haveLeaders(Set<String> names) {
        try {
            return get(admin.describeTopics(names).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (UnknownTopicOrPartitionException e) {
            return false; // the broker has not heard of it yet
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer from Kafka within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }
}
