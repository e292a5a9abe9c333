package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Three brokers, each a controller too. Clients of the product reach them through proxies; the brokers reach each
 * other, and the suite reaches them, directly.
 *
 * @param directory where each has a directory
 */
record KafkaNodes(Path directory, List<Addresses> addresses, String clusterId) {
    /**
     * Ports of one of them.
     *
     * @param proxied what clients of the product are told
     */
    record Addresses(int listener, int proxied, int direct, int controller) {}

    static KafkaNodes of(Path directory, List<Addresses> addresses) {
        return new KafkaNodes(
                directory, List.copyOf(addresses), Uuid.randomUuid().toString());
    }

    /** One for each node. */
    List<NodeSpec> specs() {
        List<NodeSpec> specs = new ArrayList<>();
        for (int index = 0; index < addresses.size(); index++) {
            Path home = directory.resolve("broker-" + (index + 1));
            specs.add(new NodeSpec(
                    "broker-" + (index + 1),
                    Role.BROKER,
                    home,
                    null,
                    Product.labCommand(
                            List.of("-Xmx256m"),
                            KafkaMain.class,
                            List.of(write(home, properties(index, home)).toString(), clusterId)),
                    Readiness.port(addresses.get(index).direct())));
        }
        return specs;
    }

    private static Path write(Path home, Properties properties) {
        try {
            Path file = Files.createDirectories(home).resolve("server.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties properties(int index, Path home) {
        Addresses own = addresses.get(index);
        String host = "://127.0.0.1:";
        Properties all = new Properties();
        all.put("process.roles", "broker,controller");
        all.put("node.id", String.valueOf(index + 1));
        all.put(
                "controller.quorum.voters",
                IntStream.range(0, addresses.size())
                        .mapToObj(each ->
                                (each + 1) + "@127.0.0.1:" + addresses.get(each).controller())
                        .collect(Collectors.joining(",")));
        all.put("controller.listener.names", "CONTROLLER");
        all.put("inter.broker.listener.name", "DIRECT");
        all.put("listener.security.protocol.map", "PROXIED:PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put(
                "listeners",
                "PROXIED" + host + own.listener() + ",DIRECT" + host + own.direct() + ",CONTROLLER" + host
                        + own.controller());
        all.put("advertised.listeners", "PROXIED" + host + own.proxied() + ",DIRECT" + host + own.direct());
        all.put("log.dirs", home.resolve("data").toString());
        for (String topic : List.of("offsets.topic", "transaction.state.log")) {
            all.put(topic + ".num.partitions", "3");
            all.put(topic + ".replication.factor", "3");
        }
        all.put("transaction.state.log.min.isr", "2");
        all.put("min.insync.replicas", "2");
        all.put("default.replication.factor", "3");
        all.put("auto.create.topics.enable", "false");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("log.cleaner.dedupe.buffer.size", "8388608");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "4");
        all.put("broker.session.timeout.ms", "4000");
        all.put("broker.heartbeat.interval.ms", "1000");
        all.put("replica.lag.time.max.ms", "5000");
        return all;
    }
}
