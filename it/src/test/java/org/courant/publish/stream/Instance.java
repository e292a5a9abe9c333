package org.courant.publish.stream;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.courant.publish.view.ViewReader;
import org.courant.publish.web.WebServer;
import org.courant.publish.web.WebSettings;
import org.courant.service.health.HealthRoutes;
import org.courant.service.kafka.Connection;

/** The part of an instance of the service that reads and serves. */
final class Instance implements AutoCloseable {
    final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ChangeStream stream;
    private final ViewReader reader;
    private final WebServer web;

    Instance(Connection connection, int keptChanges, Duration patience) {
        stream = new ChangeStream(connection, 1_000, keptChanges, patience, meters);
        reader = new ViewReader(connection, meters, InstantSource.system(), stream, failed -> false);
        web = WebServer.start(
                new WebServer.Content(
                        reader::view,
                        () -> reader.health().ready(),
                        Optional.of(stream),
                        new HealthRoutes(reader::health, () -> "", meters),
                        meters,
                        InstantSource.system()),
                WebSettings.UNLIMITED,
                "127.0.0.1",
                0);
        stream.start();
        reader.start();
    }

    boolean isReady() {
        return reader.health().ready();
    }

    int port() {
        return web.port();
    }

    @Override
    public void close() {
        stream.close();
        reader.close();
        web.close();
    }
}
