package org.courant.cli.local;

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
import org.courant.service.kafka.Connection;

/**
 * A broker in this JVM and a registry in a child JVM.
 *
 * @param bootstrapServers where Kafka clients connect to
 * @param registryUrl root of the registry's API
 */
public record LocalCluster(String bootstrapServers, String registryUrl) {
    /**
     * Starts both at the same time; three to six seconds.
     *
     * @throws CannotStart where a port or a directory cannot be used; the message says which setting names another
     */
    static LocalCluster start(LocalSettings settings, Running running) {
        List<String> addresses = running.together(List.of(
                () -> startBroker(settings, running).bootstrapServers(),
                () -> startRegistry(settings, running).url()));
        return new LocalCluster(addresses.get(0), addresses.get(1));
    }

    /** The operator's connection, led here. */
    Connection connection(Connection stated) {
        Map<String, String> kafka = new TreeMap<>(stated.kafka());
        kafka.put("bootstrap.servers", bootstrapServers);
        Map<String, String> registry = new TreeMap<>(stated.registry());
        registry.put("schema.registry.url", registryUrl);
        return new Connection(kafka, registry, stated.topics(), (short) 1);
    }

    @Override
    public String toString() {
        return bootstrapServers + ", " + registryUrl;
    }

    private static EmbeddedBroker startBroker(LocalSettings settings, Running running) {
        try {
            return running.add(EmbeddedBroker.start(
                    BrokerOptions.in(settings.data().resolve("kafka")).withPort(settings.kafkaPort())));
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
