package org.courant.service.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Predicate;
import org.courant.service.Service;

/** Exports what a service answers to {@code /healthz} and {@code /readyz}: 1 for yes, 0 for no. */
public final class HealthMeters {
    private HealthMeters() {}

    public static void bind(Service service, MeterRegistry meters) {
        gauge("courant.service.live", Health::live, service, meters);
        gauge("courant.service.ready", Health::ready, service, meters);
    }

    private static void gauge(String name, Predicate<Health> question, Service service, MeterRegistry meters) {
        Gauge.builder(name, service, asked -> question.test(asked.health()) ? 1 : 0)
                .tag("service", service.name())
                .register(meters);
    }
}
