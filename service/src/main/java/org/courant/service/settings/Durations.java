package org.courant.service.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 3s}, {@code 15m}, {@code 1h30m}, {@code 2d}. */
public final class Durations {
    public static final String EXPECTED = "a duration such as 500ms, 3s, 15m, 1h30m or 2d";

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,9}(?:ms|s|m|h|d))+");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Duration parse(String text) {
        String bare = text.strip();
        if (!WHOLE.matcher(bare).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(bare);
        while (part.find()) {
            sum = sum.plus(unit(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    private static Duration unit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
