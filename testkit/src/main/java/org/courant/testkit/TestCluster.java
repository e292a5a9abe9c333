package org.courant.testkit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.courant.schemas.topic.Topics;

/** A Kafka broker and a schema registry, shared by all tests of the run; a test never learns where the broker runs. */
public final class TestCluster implements AutoCloseable {
    private final AtomicInteger prefixes = new AtomicInteger();
    private final TestBroker broker;
    private final Supplier<TestRegistry> registry;

    /** @param registry asked when a test first needs it, since it takes two seconds to start */
    TestCluster(TestBroker broker, Supplier<TestRegistry> registry) {
        this.broker = broker;
        this.registry = registry;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Root of Confluent's API of a registry that is not shared with other runs. */
    public String registryUrl() {
        return registry.get().url();
    }

    /** {@code container} or {@code embedded}. */
    public String backend() {
        return broker.backend();
    }

    /** A new admin client; the caller closes it. */
    public Admin adminClient() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** A topic prefix that no other test of the run has, such as {@code t7.}. */
    public String uniquePrefix() {
        return "t" + prefixes.incrementAndGet() + ".";
    }

    /** Creates all topics with their configuration and returns when each partition has a leader. */
    public void createTopics(Topics topics) {
        try (Admin admin = adminClient()) {
            new TopicCreation(admin).create(topics.all());
        }
    }

    /** Registers the schema of every topic; see {@link TestRegistry#register}. */
    public void registerSchemas(Topics topics) {
        registry.get().register(topics);
    }

    /** Topics of a test's own: created, and their schemas registered. */
    public Topics newTopics(int partitions) {
        Topics topics = new Topics(uniquePrefix(), partitions);
        createTopics(topics);
        registerSchemas(topics);
        return topics;
    }

    /** JUnit calls this after the last test. */
    @Override
    public void close() {
        broker.stop().run();
    }
}
