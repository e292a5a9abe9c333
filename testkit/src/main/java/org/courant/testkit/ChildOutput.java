package org.courant.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What a child process has printed to a file.
 *
 * @param process the child
 * @param file its standard output and error
 */
record ChildOutput(Process process, Path file) {
    private static final int LINES_SHOWN = 30;

    /** All of it so far. */
    String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError with the last lines, where the process ends or the time is up before */
    MatchResult awaitLine(String regex, Duration atMost) {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        try {
            return Awaitility.await()
                    .atMost(atMost)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> found(pattern), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "no line with '" + regex + "' within " + atMost.toSeconds() + " s" + lastLines(), e);
        }
    }

    /** For the end of a message. */
    String lastLines() {
        List<String> lines = text().lines().toList();
        return "; its last lines:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private Optional<MatchResult> found(Pattern pattern) {
        boolean ended = !process.isAlive(); // asked first, so that the last lines are in the text below
        Matcher matcher = pattern.matcher(text());
        if (matcher.find()) {
            return Optional.of(matcher.toMatchResult());
        }
        if (ended) {
            throw new AssertionError("process ended with exit code " + process.exitValue() + " before a line with '"
                    + pattern + "'" + lastLines());
        }
        return Optional.empty();
    }
}
