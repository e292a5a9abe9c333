package org.courant.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start an {@link EmbeddedBroker}.
 *
 * @param dataDir where records are kept; made when absent, formatted when new
 * @param port port that clients connect to on 127.0.0.1; 0 means any free one
 * @param settings broker settings that win over the built-in ones, by their Kafka names
 */
public record BrokerOptions(Path dataDir, int port, Map<String, String> settings) {
    public BrokerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + "; it must be between 0 and 65535");
        }
        settings = Map.copyOf(settings);
    }

    /** Data in {@code dataDir}, any free port, no further settings. */
    public static BrokerOptions in(Path dataDir) {
        return new BrokerOptions(dataDir, 0, Map.of());
    }

    public BrokerOptions withPort(int newPort) {
        return new BrokerOptions(dataDir, newPort, settings);
    }

    public BrokerOptions with(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new BrokerOptions(dataDir, port, more);
    }
}
