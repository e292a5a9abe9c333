package org.courant.service.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one line of the begin of an outage, one a minute while it lasts, and one of its end. Not for several threads.
 */
final class Outage {
    static final Duration REPEAT = Duration.ofMinutes(1);

    private final String what;
    private final Duration tolerance;
    private Instant lastAnswer;
    private @Nullable Instant lastLine;

    /**
     * @param what names who does not answer
     * @param tolerance silence that is not worth a line
     * @param start counts as an answer
     */
    Outage(String what, Duration tolerance, Instant start) {
        this.what = what;
        this.tolerance = tolerance;
        this.lastAnswer = start;
    }

    /** A line for the log, if one is due. */
    Optional<String> failed(Instant now, String reason) {
        Duration silence = silence(now);
        if (lastLine == null ? silence.compareTo(tolerance) < 0 : isBefore(now, lastLine.plus(REPEAT))) {
            return Optional.empty();
        }
        boolean begins = lastLine == null;
        lastLine = now;
        return Optional.of("%s %s for %d s (%s)"
                .formatted(what, begins ? "has not answered" : "still does not answer", silence.toSeconds(), reason));
    }

    /** A line for the log if an outage has ended. */
    Optional<String> answered(Instant now) {
        Optional<String> line = lastLine == null
                ? Optional.empty()
                : Optional.of(what + " answers again after " + silence(now).toSeconds() + " s");
        lastAnswer = now;
        lastLine = null;
        return line;
    }

    /** True from the first line to the last. */
    boolean lasts() {
        return lastLine != null;
    }

    /** Time since the last answer. */
    Duration silence(Instant now) {
        return Duration.between(lastAnswer, now);
    }

    private static boolean isBefore(Instant now, Instant due) {
        return now.isBefore(due);
    }
}
