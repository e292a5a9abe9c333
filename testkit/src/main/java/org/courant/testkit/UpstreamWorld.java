package org.courant.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The simulated outside world ({@code ../shared/upstream}): arXiv, forums and feeds from captured data under a date
 * that the test moves, with faults on demand and the truth about what was delivered.
 */
public final class UpstreamWorld implements AutoCloseable {
    private static final String PROGRAM = "upstream/upstream.py";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Ends the simulator when our end of the pipe closes, so also when this JVM is killed. */
    private static final String SHELL =
            "python3 \"$0\" --data \"$1\" --port 0 --date \"$2\" & child=$!; cat >/dev/null; kill $child; wait";

    private final Process process;
    private final UpstreamControl control;
    private final ThrowAwayDirectory directory;

    private UpstreamWorld(Process process, URI baseUrl, ThrowAwayDirectory directory) {
        this.process = process;
        this.control = new UpstreamControl(baseUrl);
        this.directory = directory;
    }

    /** Empty, and one printed line, where {@code ../shared/upstream} is absent. */
    public static Optional<UpstreamWorld> start(LocalDate date) {
        return SharedData.find(PROGRAM).map(program -> start(program, date));
    }

    /** The same for tests that cannot do without: they are skipped where it is absent. */
    public static UpstreamWorld startOrSkip(LocalDate date) {
        Optional<UpstreamWorld> world = start(date);
        Assumptions.assumeTrue(world.isPresent(), "skipped: ../shared/upstream is absent");
        return world.orElseThrow();
    }

    /** Such as {@code http://127.0.0.1:40123}, without a slash at the end. */
    public URI baseUrl() {
        return control.baseUrl();
    }

    /** Today, over there. */
    public LocalDate date() {
        return LocalDate.parse(control.get("/_/clock").get("date").asText());
    }

    /** To the next day. */
    public LocalDate advance() {
        control.send("POST", "/_/clock?advance=1", "");
        return date();
    }

    public void setDate(LocalDate date) {
        control.send("POST", "/_/clock?date=" + date, "");
    }

    /** Adds a fault such as {@code {"path":"^/oai","kind":"status","status":503,"times":2}}. */
    public void fault(String json) {
        control.send("POST", "/_/faults", json);
    }

    public void clearFaults() {
        control.send("DELETE", "/_/faults", "");
    }

    /** Every request since the start or {@link #clearLog}, in order. */
    public List<JsonNode> log() {
        return control.lines("/_/log");
    }

    public void clearLog() {
        control.send("DELETE", "/_/log", "");
    }

    /** What the requests so far violated: interval, concurrency, Retry-After, user agent, validators. */
    public JsonNode etiquette(Duration minInterval) {
        return control.get("/_/etiquette?min_interval=" + minInterval.toMillis() / 1000.0);
    }

    /** What a reader of these categories must have received on these days, with ids. */
    public JsonNode truth(LocalDate from, LocalDate to, Collection<String> categories) {
        return control.get("/_/truth?from=" + from + "&to=" + to + "&cats=" + String.join(",", categories));
    }

    @Override
    public void close() {
        try (directory) {
            process.getOutputStream().close(); // the shell then ends the simulator
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static UpstreamWorld start(Path program, LocalDate date) {
        Path data = program.resolveSibling("../data").normalize();
        ThrowAwayDirectory directory = ThrowAwayDirectory.create("courant-upstream");
        try {
            Path output = directory.path().resolve("upstream.out");
            Process process = new ProcessBuilder(
                            "sh", "-c", SHELL, program.toString(), data.toString(), date.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            String ready = new ChildOutput(process, output)
                    .awaitLine("^upstream ready (http\\S+)", PATIENCE)
                    .group(1);
            return new UpstreamWorld(process, URI.create(ready), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
