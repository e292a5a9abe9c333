package org.courant.cli.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.cli.process.Running;
import org.courant.embedded.BrokerOptions;
import org.courant.embedded.EmbeddedBroker;
import org.courant.embedded.EmbeddedException;
import org.courant.embedded.EmbeddedRegistry;
import org.courant.embedded.RegistryOptions;
import org.courant.service.CannotStart;
import org.courant.service.health.Health;
import org.courant.service.kafka.Connection;

/**
 * A broker in this JVM and a registry in a child JVM.
 *
 * @param broker where Kafka clients connect to
 * @param registry where clients of schemas connect to
 */
public record LocalCluster(EmbeddedBroker broker, EmbeddedRegistry registry) {
    private static final int CONNECT_MILLIS = 2_000;

    /**
     * How long the broker lets the first record of a transaction wait while the one before is being completed. With its
     * default, 100 ms, a busy machine answers with errors that producers repeat and both sides log.
     */
    private static final Map.Entry<String, String> PATIENT_TRANSACTIONS =
            Map.entry("add.partitions.to.txn.retry.backoff.max.ms", "5000");

    /**
     * Starts both at the same time; three to six seconds.
     *
     * @throws CannotStart where a port or a directory cannot be used; the message says which setting names another
     */
    static LocalCluster start(LocalSettings settings, Running running) {
        List<AutoCloseable> parts =
                running.together(List.of(() -> startBroker(settings, running), () -> startRegistry(settings, running)));
        return new LocalCluster((EmbeddedBroker) parts.get(0), (EmbeddedRegistry) parts.get(1));
    }

    /** The operator's connection, led here. */
    Connection connection(Connection stated) {
        Map<String, String> kafka = new TreeMap<>(stated.kafka());
        kafka.put("bootstrap.servers", broker.bootstrapServers());
        Map<String, String> client = new TreeMap<>(stated.registry());
        client.put("schema.registry.url", registry.url());
        return new Connection(kafka, client, stated.topics(), (short) 1);
    }

    /** Dead where the broker no longer listens, or the registry's process has ended; neither comes back by itself. */
    Health health() {
        if (!registry.isRunning()) {
            return Health.dead("the schema registry (process " + registry.pid() + ") has ended");
        }
        return listens()
                ? Health.ready("broker and registry run")
                : Health.dead("the broker no longer listens at " + broker.bootstrapServers());
    }

    private boolean listens() {
        String address = broker.bootstrapServers();
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public String toString() {
        return broker.bootstrapServers() + ", " + registry.url();
    }

    private static EmbeddedBroker startBroker(LocalSettings settings, Running running) {
        try {
            return running.add(
                    EmbeddedBroker.start(BrokerOptions.in(settings.data().resolve("kafka"))
                            .withPort(settings.kafkaPort())
                            .with(PATIENT_TRANSACTIONS.getKey(), PATIENT_TRANSACTIONS.getValue())));
        } catch (EmbeddedException failed) {
            throw withSetting(failed, settings.kafkaPort(), "local.kafka-port");
        }
    }

    private static EmbeddedRegistry startRegistry(LocalSettings settings, Running running) {
        try {
            return running.add(EmbeddedRegistry.start(
                    RegistryOptions.in(settings.data().resolve("registry")).withPort(settings.registryPort())));
        } catch (EmbeddedException failed) {
            throw withSetting(failed, settings.registryPort(), "local.registry-port");
        }
    }

    private static CannotStart withSetting(EmbeddedException failed, int port, String key) {
        String message = String.valueOf(failed.getMessage());
        boolean aboutThePort = message.contains("port " + port + " ");
        return new CannotStart(aboutThePort ? message + " (setting " + key + ")" : message, failed);
    }
}
