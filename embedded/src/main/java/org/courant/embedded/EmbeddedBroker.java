package org.courant.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node, broker and controller in one (KRaft), in this JVM, for clients on this machine. Records survive a
 * kill of the JVM; the same directory may be opened again at another port.
 */
public final class EmbeddedBroker implements AutoCloseable {
    /** Kafka's exit procedures belong to the whole JVM, so brokers start one after another. */
    private static final Object STARTING = new Object();

    private static final int PORT_ATTEMPTS = 5;

    private final KafkaNode node;
    private final DataDirectory directory;
    private final int port;

    private EmbeddedBroker(KafkaNode node, DataDirectory directory, int port) {
        this.node = node;
        this.directory = directory;
        this.port = port;
    }

    /** Starts on any free port. */
    public static EmbeddedBroker start(Path dataDir) {
        return start(BrokerOptions.in(dataDir));
    }

    /**
     * Starts and returns when clients can connect; two to three seconds, and four more after a kill.
     *
     * @throws EmbeddedException where the directory cannot be written, is in use or is on a full disk, where the port
     *     is in use, and where Kafka cannot start
     */
    public static EmbeddedBroker start(BrokerOptions options) {
        DataDirectory directory = DataDirectory.claim(options.dataDir());
        try {
            if (options.port() != 0) {
                Ports.requireFree(options.port(), "Kafka broker");
            }
            synchronized (STARTING) {
                return startOnFreePorts(options, directory);
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Shuts down in order; less than a second. */
    @Override
    public void close() {
        try (directory) {
            node.shutdown();
        }
    }

    private static EmbeddedBroker startOnFreePorts(BrokerOptions options, DataDirectory directory) {
        for (int attempt = 1; ; attempt++) {
            int port = options.port() == 0 ? Ports.anyFree() : options.port();
            int controllerPort = Ports.anyFree();
            try {
                return start(options, directory, port, controllerPort);
            } catch (IOException | RuntimeException e) {
                // Between the choice of a free port and its use another process may have taken it.
                if (caused(e, BindException.class) == null || attempt == PORT_ATTEMPTS) {
                    throw failed(directory, e);
                }
                if (options.port() != 0) {
                    Ports.requireFree(options.port(), "Kafka broker");
                }
            }
        }
    }

    private static EmbeddedBroker start(BrokerOptions options, DataDirectory directory, int port, int controllerPort)
            throws IOException {
        Path logDir = Files.createDirectories(directory.path().resolve("log"));
        format(logDir);
        Properties settings = BrokerSettings.of(logDir, port, controllerPort, options.settings());
        try (FatalFaults faults = FatalFaults.intercepted()) {
            KafkaNode node = KafkaNode.of(settings);
            try {
                node.startup();
                faults.requireNone();
            } catch (RuntimeException e) {
                stopAfter(e, node);
                throw e;
            }
            return new EmbeddedBroker(node, directory, port);
        }
    }

    private static void format(Path logDir) throws IOException {
        if (Files.exists(logDir.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(logDir.toString())
                    .setDirectories(List.of(logDir.toString()))
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void stopAfter(RuntimeException failure, KafkaNode node) {
        try {
            node.shutdown();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static EmbeddedException failed(DataDirectory directory, Exception cause) {
        return new EmbeddedException(
                "Kafka could not start on data directory %s: %s; Kafka's log lines say more"
                        .formatted(directory.path(), root(cause)),
                cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static <T extends Throwable> @Nullable T caused(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
