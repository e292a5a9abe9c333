package org.courant.service.health;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/**
 * The routes that every service answers: {@code /healthz} (alive), {@code /readyz} (does its work), {@code /metrics}
 * (Prometheus text format) and {@code /topology} where there is one.
 */
public final class HealthRoutes {
    private final Supplier<Health> health;
    private final Supplier<String> topology;
    private final PrometheusMeterRegistry metrics;

    public HealthRoutes(Supplier<Health> health, Supplier<String> topology, PrometheusMeterRegistry metrics) {
        this.health = health;
        this.topology = topology;
        this.metrics = metrics;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                "/healthz",
                context -> answer(context, health.get(), health.get().live()));
        routes.get(
                "/readyz", context -> answer(context, health.get(), health.get().ready()));
        routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
        routes.get("/topology", this::topology);
    }

    private void topology(Context context) {
        String text = topology.get();
        context.status(text.isEmpty() ? 404 : 200)
                .contentType("text/plain; charset=utf-8")
                .result(text);
    }

    private static void answer(Context context, Health health, boolean good) {
        context.status(good ? 200 : 503)
                .contentType("text/plain; charset=utf-8")
                .result(health.detail() + "\n");
    }
}
