package org.courant.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits until a registry that was just launched answers. */
final class RegistryStart {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ more)");
    private static final String API = "/apis/ccompat/v7";
    private static final long POLL_MILLIS = 50;
    private static final int LINES_SHOWN = 15;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Process process;
    private final Path output;
    private final Duration deadline;

    RegistryStart(Process process, Path output, Duration deadline) {
        this.process = process;
        this.output = output;
        this.deadline = deadline;
    }

    /** Root of Confluent's API. */
    String awaitUrl() {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < deadline.toNanos()) {
            if (!process.isAlive()) {
                throw failed("ended with exit code " + process.exitValue());
            }
            Optional<String> url = url();
            if (url.isPresent() && answers(url.get())) {
                return url.get();
            }
            pause();
        }
        throw failed("did not answer within " + deadline.toSeconds() + " s");
    }

    /** The port stands in the output: the registry chose it itself, so nobody could take it in between. */
    private Optional<String> url() {
        Matcher line = LISTENING.matcher(outputSoFar());
        return line.find() ? Optional.of("http://127.0.0.1:" + line.group(1) + API) : Optional.empty();
    }

    private boolean answers(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet; the deadline bounds how often this is asked
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private String outputSoFar() {
        try {
            return Files.exists(output) ? new String(Files.readAllBytes(output), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new EmbeddedException("output of the schema registry cannot be read from " + output + ": " + e, e);
        }
    }

    private EmbeddedException failed(String what) {
        List<String> lines = outputSoFar()
                .lines()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).find())
                .toList();
        String last = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new EmbeddedException("schema registry " + what + "; its last lines:\n  " + last);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static EmbeddedException interrupted() {
        Thread.currentThread().interrupt();
        return new EmbeddedException("start of the schema registry was interrupted");
    }
}
