package org.courant.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day that the sample documents are about: the latest UTC day of which at least six hours have passed, so that it
 * is always fresh and nothing in it lies in the future.
 *
 * <p>Documents write times as {@code {{MOMENT FORMAT}}}. A moment is {@code midnight} (arXiv dates its batches by
 * midnight in New York), {@code build} (an hour later in the sources' own clock), a percentage of what has passed of
 * the day after arXiv's midnight, or {@code -30d} for thirty days earlier. A format is {@code rss} (RFC 1123),
 * {@code iso} (RFC 3339) or {@code json} (RFC 3339 with milliseconds).
 */
final class SampleDay {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{(midnight|build|\\d{1,3}%|-\\d{1,3}d) (rss|iso|json)}}");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration LEAST_PASSED = Duration.ofHours(6);
    private static final DateTimeFormatter RSS =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter JSON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private final ZonedDateTime midnight;
    private final Instant end;

    /** @param now the present; the day is not changed as time goes on */
    SampleDay(Instant now) {
        LocalDate date = LocalDate.ofInstant(now.minus(LEAST_PASSED), ZoneOffset.UTC);
        this.midnight = date.atStartOfDay(NEW_YORK);
        Instant nextDay = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        this.end = now.isBefore(nextDay) ? now : nextDay;
    }

    /** A document with its times filled in. */
    String fill(String template) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder document = new StringBuilder();
        while (matcher.find()) {
            String moment = Objects.requireNonNull(matcher.group(1));
            String format = Objects.requireNonNull(matcher.group(2));
            matcher.appendReplacement(document, Matcher.quoteReplacement(written(moment(moment), format)));
        }
        return matcher.appendTail(document).toString();
    }

    private OffsetDateTime moment(String name) {
        if (name.equals("midnight")) {
            return midnight.toOffsetDateTime();
        }
        Instant instant;
        if (name.equals("build")) {
            instant = midnight.toInstant().plusSeconds(3601);
        } else if (name.endsWith("d")) {
            long days = Long.parseLong(name.substring(1, name.length() - 1));
            instant = midnight.toInstant().minus(Duration.ofDays(days));
        } else {
            long percent = Long.parseLong(name.substring(0, name.length() - 1));
            Duration passed = Duration.between(midnight.toInstant(), end);
            instant = midnight.toInstant().plus(passed.multipliedBy(percent).dividedBy(100));
        }
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String written(OffsetDateTime moment, String format) {
        return switch (format) {
            case "rss" -> RSS.format(moment);
            case "iso" -> ISO.format(moment);
            default -> JSON.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
        };
    }
}
