package org.courant.service.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.jspecify.annotations.Nullable;

/** Compares the topics on the cluster with those that Courant needs, and mends what differs. */
public final class TopicAdmin implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Connection connection;
    private final Admin admin;

    public TopicAdmin(Connection connection) {
        this.connection = connection;
        this.admin = Admin.create(connection.client(
                Map.of("client.id", "courant-topics", "request.timeout.ms", 5_000, "default.api.timeout.ms", 15_000)));
    }

    /** What has to be done to each topic, in the order of the flow. */
    public List<TopicChange> plan() {
        Map<String, Topic<?>> wanted =
                connection.topics().all().stream().collect(Collectors.toMap(Topic::name, Function.identity()));
        Set<String> present = await(admin.listTopics().names());
        List<String> existing =
                wanted.keySet().stream().filter(present::contains).toList();
        Map<String, TopicDescription> described =
                await(admin.describeTopics(existing).allTopicNames());
        Map<ConfigResource, Config> configs = await(admin.describeConfigs(
                        existing.stream().map(TopicAdmin::resource).toList())
                .all());
        List<TopicChange> changes = new ArrayList<>();
        for (Topic<?> topic : connection.topics().all()) {
            changes.add(change(
                    topic, Optional.ofNullable(described.get(topic.name())), configs.get(resource(topic.name()))));
        }
        return changes;
    }

    /**
     * Carries a plan out and returns when the brokers have heard of it; what cannot be mended stays as it is. A topic
     * that somebody else has created in the meantime is left alone.
     */
    public void apply(List<TopicChange> plan) {
        List<NewTopic> missing = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> alterations = new HashMap<>();
        for (TopicChange change : plan) {
            Topic<?> topic = change.topic();
            if (change instanceof TopicChange.Create) {
                missing.add(new NewTopic(topic.name(), topic.partitions(), connection.replication())
                        .configs(topic.config()));
            } else if (change instanceof TopicChange.Reconfigure) {
                alterations.put(
                        resource(topic.name()),
                        topic.config().entrySet().stream()
                                .map(e -> new AlterConfigOp(
                                        new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                                .toList());
            }
        }
        admin.createTopics(missing).values().values().forEach(this::awaitUnlessPresent);
        await(admin.incrementalAlterConfigs(alterations).all());
        awaitBrokers(missing.stream().map(NewTopic::name).toList());
    }

    /**
     * Makes sure that a service can work.
     *
     * @throws CannotStart if Kafka does not answer, or a topic is missing or not as it must be
     */
    public static void require(Connection connection) {
        try (TopicAdmin topics = new TopicAdmin(connection)) {
            List<String> problems = topics.plan().stream()
                    .map(TopicChange::problem)
                    .flatMap(Optional::stream)
                    .toList();
            if (!problems.isEmpty()) {
                throw new CannotStart(String.join(System.lineSeparator(), problems));
            }
        }
    }

    /**
     * Makes sure that a service meets no state that another release has left.
     *
     * @param service name of the service
     * @param leftBehind internal topics that it had in earlier releases
     * @throws CannotStart if Kafka does not answer, or one of them is there
     */
    public static void requireNothingLeft(Connection connection, String service, List<String> leftBehind) {
        try (TopicAdmin topics = new TopicAdmin(connection)) {
            Set<String> present = topics.await(topics.admin.listTopics().names());
            leftBehind.stream().filter(present::contains).findFirst().ifPresent(topic -> {
                throw new CannotStart(
                        ("the topic %s holds state of an earlier release, which this one cannot read. Stop %s everywhere and"
                                        + " run 'courant reset %s --execute'; it reads the log from the beginning then")
                                .formatted(topic, service, service));
            });
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static TopicChange change(Topic<?> topic, Optional<TopicDescription> description, @Nullable Config config) {
        if (description.isEmpty()) {
            return new TopicChange.Create(topic);
        }
        int partitions = description.get().partitions().size();
        if (partitions != topic.partitions()) {
            return new TopicChange.WrongPartitions(topic, partitions);
        }
        List<String> differences = topic.config().entrySet().stream()
                .filter(wanted -> config == null || !wanted.getValue().equals(valueOf(config, wanted.getKey())))
                .map(wanted -> wanted.getKey() + " is " + (config == null ? "unset" : valueOf(config, wanted.getKey()))
                        + ", must be " + wanted.getValue())
                .sorted()
                .toList();
        return differences.isEmpty() ? new TopicChange.None(topic) : new TopicChange.Reconfigure(topic, differences);
    }

    private static String valueOf(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry == null || entry.value() == null ? "unset" : entry.value();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private void awaitUnlessPresent(KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (CannotStart failed) {
            if (!(failed.getCause() instanceof ExecutionException answered)
                    || !(answered.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** A change is known to the controller at once and to each broker a little later. */
    private void awaitBrokers(List<String> created) {
        long begin = System.nanoTime();
        while (!haveLeaders(created) || plan().stream().anyMatch(TopicAdmin::isMendable)) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(SECONDS)) {
                throw new CannotStart("topics at " + connection.bootstrapServers() + " are not as asked for after "
                        + SECONDS + " s; check that enough brokers run for topics.replication "
                        + connection.replication());
            }
            pause();
        }
    }

    private static boolean isMendable(TopicChange change) {
        return change instanceof TopicChange.Create || change instanceof TopicChange.Reconfigure;
    }

    private boolean haveLeaders(List<String> names) {
        return admin.describeTopics(names).topicNameValues().values().stream().allMatch(this::hasLeaders);
    }

    private boolean hasLeaders(KafkaFuture<TopicDescription> description) {
        try {
            return await(description).partitions().stream().allMatch(partition -> partition.leader() != null);
        } catch (CannotStart failed) {
            if (failed.getCause() instanceof ExecutionException answered
                    && answered.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw failed;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for new topics", interrupted);
        }
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while asking Kafka for its topics", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            Throwable cause =
                    failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
            throw new CannotStart(
                    "Kafka at %s does not answer as it should (%s); check kafka.bootstrap.servers and that the broker runs"
                            .formatted(connection.bootstrapServers(), cause.getMessage()),
                    failed);
        }
    }
}
