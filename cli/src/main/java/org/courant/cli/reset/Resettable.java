package org.courant.cli.reset;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.courant.enrich.EnrichService;
import org.courant.enrich.EnrichSettings;
import org.courant.enrich.EnrichTopology;
import org.courant.publish.PublishService;
import org.courant.publish.PublishSettings;
import org.courant.service.Service;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Section;
import org.courant.service.streams.StreamsSettings;

/**
 * A service that keeps its state with Kafka Streams.
 *
 * @param name its name
 * @param connection where it runs
 * @param group its consumer group
 * @param topics its internal topics, whether or not they are there
 * @param streams its settings, which say where on this machine its instances keep their state
 */
record Resettable(String name, Connection connection, String group, List<String> topics, StreamsSettings streams) {
    /** The local state of all its instances on this machine. */
    List<StateFolder> state() {
        return streams.stateFolders().stream().map(StateFolder::new).toList();
    }

    /** Where on this machine its instances keep it. */
    Path stateDir() {
        return streams.stateDir().toAbsolutePath().normalize();
    }

    static Resettable enrich(Section root, InstantSource time) {
        Connection connection = Connection.from(root);
        EnrichSettings settings = EnrichSettings.from(root);
        return of(
                connection,
                settings.streams(),
                new EnrichService(connection, settings, meters(), time),
                EnrichTopology.leftBehind(settings.streams().applicationId()));
    }

    static Resettable publish(Section root, InstantSource time) {
        Connection connection = Connection.from(root);
        PublishSettings settings = PublishSettings.from(root);
        return of(connection, settings.streams(), new PublishService(connection, settings, meters(), time), List.of());
    }

    /** @param leftBehind internal topics of earlier releases */
    private static Resettable of(
            Connection connection, StreamsSettings streams, Service service, List<String> leftBehind) {
        String group = streams.applicationId();
        List<String> topics = new ArrayList<>(service.topology()
                .map(topology -> InternalTopics.of(group, topology))
                .orElseThrow());
        topics.addAll(leftBehind);
        return new Resettable(service.name(), connection, group, topics, streams);
    }

    private static PrometheusMeterRegistry meters() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }
}
