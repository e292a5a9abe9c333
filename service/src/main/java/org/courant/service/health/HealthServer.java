package org.courant.service.health;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.courant.service.CannotStart;
import org.courant.service.Service;

/** Serves the {@link HealthRoutes} of a service that has no web server of its own. */
public final class HealthServer implements AutoCloseable {
    private final Javalin server;

    private HealthServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any free port
     * @throws CannotStart if the port is taken
     */
    public static HealthServer start(Service service, PrometheusMeterRegistry metrics, String host, int port) {
        HealthRoutes routes = new HealthRoutes(
                service::health, () -> service.topology().map(Object::toString).orElse(""), metrics);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            routes.addTo(config.routes);
        });
        try {
            return new HealthServer(server.start(host, port));
        } catch (JavalinBindException taken) {
            throw new CannotStart(
                    service.name() + ": port " + port + " is in use; set " + service.name() + ".health-port to another",
                    taken);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
