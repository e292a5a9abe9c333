package org.courant.lab.faults.cluster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.courant.lab.faults.cluster.Overlay.Setting;

/** The settings file of one service, with short time-outs wherever the product lets its operator choose. */
record ServiceSettings(String bootstrapServers, String registryUrl, int replication, Overlay overlay) {
    String yaml(Path state, int port, String sources) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        put(sections, "kafka", "bootstrap.servers", bootstrapServers);
        put(sections, "kafka", "request.timeout.ms", "15000");
        put(sections, "kafka", "reconnect.backoff.max.ms", "1000");
        put(sections, "registry", "url", registryUrl);
        put(sections, "topics", "partitions", String.valueOf(Shape.PARTITIONS));
        put(sections, "topics", "replication", String.valueOf(replication));
        put(sections, "ingest", "contact", "mailto:lab@example.org");
        put(sections, "ingest", "session-timeout", "6s");
        put(sections, "ingest", "poll-timeout", "10s");
        put(sections, "ingest", "request-timeout", "5s");
        put(sections, "ingest", "health-port", String.valueOf(port));
        put(sections, "enrich", "state-dir", state.toString());
        put(sections, "enrich", "commit-interval", "500ms");
        put(sections, "enrich", "store-megabytes", "16");
        put(sections, "enrich", "health-port", String.valueOf(port));
        put(sections, "publish", "state-dir", state.toString());
        put(sections, "publish", "commit-interval", "500ms");
        put(sections, "publish", "store-megabytes", "16");
        put(sections, "publish", "requests-per-minute", "0");
        put(sections, "publish", "port", String.valueOf(port));
        for (Setting setting : overlay.settings()) {
            put(sections, setting.section(), setting.key(), setting.value());
        }
        StringBuilder yaml = new StringBuilder();
        sections.forEach((section, values) -> {
            yaml.append(section).append(":\n");
            values.forEach((key, value) -> yaml.append("  %s: \"%s\"%n".formatted(key, value)));
        });
        return yaml.append(sources).toString();
    }

    private static void put(Map<String, Map<String, String>> sections, String section, String key, String value) {
        sections.computeIfAbsent(section, name -> new LinkedHashMap<>()).put(key, value);
    }
}
