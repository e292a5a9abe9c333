package org.courant.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** The settings of a node that is broker and controller in one and has no peers. */
final class BrokerSettings {
    static final String LISTENER = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";
    static final int NODE_ID = 1;

    private BrokerSettings() {}

    static Properties of(Path logDir, int port, int controllerPort, Map<String, String> more) {
        Properties all = new Properties();
        all.putAll(node(logDir, port, controllerPort));
        all.putAll(oneReplica());
        all.putAll(small());
        all.putAll(patient());
        all.putAll(more);
        return all;
    }

    private static Map<String, String> node(Path logDir, int port, int controllerPort) {
        String listener = LISTENER + "://127.0.0.1:" + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                listener + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                listener,
                "listener.security.protocol.map",
                CONTROLLER + ":PLAINTEXT," + LISTENER + ":PLAINTEXT",
                "inter.broker.listener.name",
                LISTENER,
                "log.dirs",
                logDir.toString());
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    private static Map<String, String> small() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                // The default takes 128 MiB of heap.
                "log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20),
                "num.network.threads", "2",
                "num.io.threads", "4",
                // After a kill the controller waits this long before it lets the broker in again; the default is 9 s.
                "broker.session.timeout.ms", "4000",
                "broker.heartbeat.interval.ms", "1000",
                // How late a transaction of a killed producer may be ended after its time-out; the default is 10 s.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "server.max.startup.time.ms", millis(Duration.ofMinutes(2)));
    }

    private static Map<String, String> patient() {
        return Map.of(
                // A reader that is switched off for a year goes on where it stopped.
                "offsets.retention.minutes",
                String.valueOf(Duration.ofDays(3650).toMinutes()),
                "log.retention.ms",
                "-1",
                "log.retention.bytes",
                "-1");
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
