package org.courant.service.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.courant.service.CannotStart;
import org.courant.service.Service;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Service service = new SlowStarter();

    @Test
    void aServiceIsAliveBeforeItIsReady() throws Exception {
        try (HealthServer server = HealthServer.start(service, metrics, "127.0.0.1", 0)) {
            assertThat(get(server, "/healthz").statusCode()).isEqualTo(200);
            assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
            service.start();
            assertThat(get(server, "/readyz").body()).isEqualTo("polling 4 sources\n");
            service.close();
            assertThat(get(server, "/healthz").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void metricsAreInPrometheusForm() throws Exception {
        metrics.counter("courant.polls", "outcome", "items").increment();
        try (HealthServer server = HealthServer.start(service, metrics, "127.0.0.1", 0)) {
            assertThat(get(server, "/metrics").body()).contains("courant_polls_total{outcome=\"items\"} 1.0");
            assertThat(get(server, "/topology").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPortInUseIsNamedWithARemedy() {
        try (HealthServer server = HealthServer.start(service, metrics, "127.0.0.1", 0)) {
            assertThatThrownBy(() -> HealthServer.start(service, metrics, "127.0.0.1", server.port()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(String.valueOf(server.port()))
                    .hasMessageContaining("ingest.health-port");
        }
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ready only once it has been started. */
    private static final class SlowStarter implements Service {
        private volatile Health health = Health.starting("reading cursors");

        @Override
        public String name() {
            return "ingest";
        }

        @Override
        public void start() {
            health = Health.ready("polling 4 sources");
        }

        @Override
        public Health health() {
            return health;
        }

        @Override
        public void close() {
            health = Health.dead("stopped");
        }
    }
}
