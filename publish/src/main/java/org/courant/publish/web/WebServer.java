package org.courant.publish.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.courant.publish.stream.ChangeStream;
import org.courant.publish.view.DigestView;
import org.courant.service.CannotStart;
import org.courant.service.Fault;
import org.courant.service.health.HealthRoutes;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;

/** Serves pages, API and health on one port. */
public final class WebServer implements AutoCloseable {
    /**
     * An entry id may hold slashes, backslashes and percent signs; encoded in a path they are what Jetty calls
     * ambiguous or suspicious.
     */
    private static final UriCompliance IDS_IN_PATHS = UriCompliance.DEFAULT.with(
            "COURANT",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * What the server serves.
     *
     * @param view the digest as it stands
     * @param viewIsReady false while the digest is still being read
     * @param stream tells what changes; without it there is no stream
     */
    public record Content(
            Supplier<DigestView> view,
            BooleanSupplier viewIsReady,
            Optional<ChangeStream> stream,
            HealthRoutes health,
            MeterRegistry meters,
            InstantSource clock) {
        private void addTo(JavalinConfig config, WebSettings settings) {
            PageRoutes pages = new PageRoutes(view, viewIsReady, clock);
            Admission admission = new Admission(settings);
            config.routes.before(context -> SecurityHeaders.addTo(context.res()));
            config.routes.before(admission::admit);
            config.routes.after(Etags::addTo);
            health.addTo(config.routes);
            pages.addTo(config.routes);
            new ApiRoutes(view).addTo(config.routes);
            new FeedRoutes(view, settings.publicUrl()).addTo(config.routes);
            new OpenApiRoute().addTo(config.routes);
            stream.ifPresent(changes ->
                    config.jetty.modifyServletContextHandler(new StreamRoute(changes, viewIsReady, admission)::addTo));
            new ErrorRoutes(pages).addTo(config.routes);
            config.requestLogger.http(new RequestTimer(meters)::record);
        }
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any free port
     * @throws CannotStart if the port is taken
     */
    public static WebServer start(Content content, WebSettings settings, String host, int port) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.prefer405over404 = true;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setUriCompliance(IDS_IN_PATHS);
                http.setSendServerVersion(false);
            });
            config.jetty.modifyServletContextHandler(
                    context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
            content.addTo(config, settings);
        });
        try {
            return new WebServer(server.start(host, port));
        } catch (JavalinBindException taken) {
            throw new CannotStart(
                    "publish: cannot listen on %s:%d (%s); set publish.port or publish.host to another"
                            .formatted(host, port, reason(taken)),
                    taken);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = Fault.rootOf(failure);
        return Objects.requireNonNullElse(root.getMessage(), root.toString());
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** False after it has stopped, whoever stopped it. */
    public boolean isRunning() {
        return server.jettyServer().server().isRunning();
    }

    @Override
    public void close() {
        server.stop();
    }
}
