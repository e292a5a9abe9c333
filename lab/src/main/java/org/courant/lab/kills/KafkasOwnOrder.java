package org.courant.lab.kills;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.courant.embedded.EmbeddedBroker;

/** The control: the same node on the same directory as Kafka itself starts it, the broker at once. */
final class KafkasOwnOrder {
    private static final int CONTROLLER_OFFSET = 1;

    private KafkasOwnOrder() {}

    static String start(Path directory, int port) {
        Path log = directory.resolve("log");
        if (!log.resolve("meta.properties").toFile().exists()) {
            EmbeddedBroker.start(directory).close();
        }
        int controller = port + CONTROLLER_OFFSET;
        Properties all = new Properties();
        all.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs", log.toString()));
        all.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "broker.session.timeout.ms", "4000",
                "broker.heartbeat.interval.ms", "1000",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20)));
        new KafkaRaftServer(KafkaConfig.fromProps(all, false), Time.SYSTEM).startup();
        return "127.0.0.1:" + port;
    }
}
