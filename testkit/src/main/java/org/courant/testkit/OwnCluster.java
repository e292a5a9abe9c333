package org.courant.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.courant.schemas.topic.Topics;

/**
 * A broker of a test's own in a child JVM, for tests that kill it, stop it or fill it. After a kill it can be started
 * again on the same directory and port.
 */
public final class OwnCluster implements AutoCloseable {
    private final Path dir;
    private final Map<String, String> settings;
    private final String bootstrapServers;
    private ForkedJvm jvm;

    private OwnCluster(Path dir, Map<String, String> settings) {
        this.dir = dir;
        this.settings = settings;
        this.jvm = fork(dir, 0, settings);
        this.bootstrapServers = ready(jvm);
    }

    /**
     * Starts with the embedded broker's settings.
     *
     * @param dir where the broker keeps its data and its output, {@code broker.out}
     */
    public static OwnCluster start(Path dir) {
        return start(dir, Map.of());
    }

    /**
     * Starts.
     *
     * @param settings broker settings that differ from the embedded broker's
     */
    public static OwnCluster start(Path dir, Map<String, String> settings) {
        return new OwnCluster(dir, Map.copyOf(settings));
    }

    /** The same over all restarts. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** A new admin client; the caller closes it. */
    public Admin adminClient() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Creates all topics and returns when each partition has a leader. */
    public void createTopics(Topics topics) {
        try (Admin admin = adminClient()) {
            new TopicCreation(admin).create(topics.all());
        }
    }

    /** SIGKILL. */
    public void kill() {
        jvm.kill();
    }

    /** SIGSTOP: clients stay connected and get no answer. */
    public void pause() {
        jvm.pause();
    }

    /** SIGCONT. */
    public void resume() {
        jvm.resume();
    }

    /** Starts it again after a {@link #kill}; returns when clients can connect. */
    public void restart() {
        jvm.close();
        int port = Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
        jvm = fork(dir, port, settings);
        ready(jvm);
    }

    @Override
    public void close() {
        jvm.close();
    }

    private static ForkedJvm fork(Path dir, int port, Map<String, String> settings) {
        List<String> args = new ArrayList<>(List.of(dir.resolve("broker").toString(), String.valueOf(port)));
        settings.forEach((name, value) -> args.add(name + "=" + value));
        return ForkedJvm.start(BrokerMain.class, dir.resolve("broker.out"), args.toArray(new String[0]));
    }

    private static String ready(ForkedJvm jvm) {
        try {
            return jvm.awaitLine("^READY (.+)$").group(1);
        } catch (AssertionError e) {
            jvm.close();
            throw e;
        }
    }
}
