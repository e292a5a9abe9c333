package org.courant.ingest;

import java.time.Duration;
import java.util.Optional;
import org.courant.ingest.http.HttpLimits;
import org.courant.ingest.http.HttpSettings;
import org.courant.ingest.http.Pace;
import org.courant.ingest.worker.WorkerSettings;
import org.courant.service.settings.Durations;
import org.courant.service.settings.Section;

/**
 * The section {@code ingest} of the settings.
 *
 * <ul>
 *   <li>{@code contact}: web or mail address in the User-Agent, so that the owner of a source can reach the operator
 *       (no default; without it a warning is logged at every start)
 *   <li>{@code group-id} ({@code courant-ingest}): consumer group through which ingest processes share the sources
 *   <li>{@code session-timeout} ({@code 15s}): how soon the sources of a process that has died are taken over
 *   <li>{@code poll-timeout} ({@code 2m}): longest time for one poll of a source, all its requests included; a host is
 *       left alone for as long after a process has died while asking it
 *   <li>{@code request-timeout} ({@code 30s}): longest time for one request
 *   <li>{@code stop-timeout} ({@code 5s}): how long a poll may go on when its source is handed over or the service
 *       stops
 *   <li>{@code health-host} ({@code 127.0.0.1}) and {@code health-port} ({@code 8091}; 0 for any free port): where
 *       /healthz, /readyz and /metrics are served
 * </ul>
 *
 * @param worker how sources are shared and polled
 * @param contact who to complain to
 * @param http how requests are made
 * @param healthHost address to listen on
 * @param healthPort port to listen on
 */
public record IngestSettings(
        WorkerSettings worker, Optional<String> contact, HttpSettings http, String healthHost, int healthPort) {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Reads the section; what is wrong goes to its problems. */
    public static IngestSettings from(Section root) {
        Section section = root.section("ingest");
        WorkerSettings worker = new WorkerSettings(
                section.text("group-id", "courant-ingest"),
                duration(section, "session-timeout", Duration.ofSeconds(15), Duration.ofSeconds(6), HOUR),
                duration(section, "poll-timeout", Duration.ofMinutes(2), Duration.ofSeconds(1), HOUR),
                duration(section, "stop-timeout", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(5)));
        Optional<String> contact = section.text("contact").filter(text -> !text.isBlank());
        Duration request =
                duration(section, "request-timeout", HttpLimits.STANDARD.total(), Duration.ofSeconds(1), HOUR);
        String userAgent = HttpSettings.userAgent(version(), contact.orElse(""));
        HttpSettings http = new HttpSettings(userAgent, HttpLimits.STANDARD.within(request), Pace.STANDARD);
        String healthHost = section.text("health-host", "127.0.0.1");
        int healthPort = section.integer("health-port", 8091, 0, 65_535);
        section.rejectUnknownKeys();
        return new IngestSettings(worker, contact, http, healthHost, healthPort);
    }

    private static Duration duration(Section section, String key, Duration fallback, Duration least, Duration most) {
        String expected = Durations.EXPECTED + ", from " + least.toSeconds() + "s to " + most.toSeconds() + "s";
        return section.read(key, fallback, expected, text -> {
            Duration value = Durations.parse(text);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    private static String version() {
        String version = IngestSettings.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
