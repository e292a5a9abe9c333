package org.courant.cli.replay;

import java.time.Duration;

/** How long something takes, as people say it: {@code 40s}, {@code 5m 20s}, {@code 3h 10m}. */
final class Spans {
    private Spans() {}

    static String of(Duration span) {
        if (span.toMinutes() < 1) {
            return span.toSeconds() + "s";
        } else if (span.toHours() < 1) {
            return span.toMinutes() + "m " + span.toSecondsPart() + "s";
        }
        return span.toHours() + "h " + span.toMinutesPart() + "m";
    }
}
