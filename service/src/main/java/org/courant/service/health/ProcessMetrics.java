package org.courant.service.health;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Where a process keeps what it measures. */
public final class ProcessMetrics {
    /**
     * Each store of each task: thousands of series, and new ones whenever a task moves to another thread. Their sizes
     * are exported by store, as {@code courant_store_*}.
     */
    private static final String STORES_BY_TASK = "kafka.stream.state.";

    private ProcessMetrics() {}

    public static PrometheusMeterRegistry create() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(MeterFilter.denyNameStartsWith(STORES_BY_TASK));
        return registry;
    }
}
