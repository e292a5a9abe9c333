package org.courant.cli.topic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.courant.service.settings.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in time as an operator states it. */
public sealed interface Moment {
    String EXPECTED = "a date such as 2026-06-24 (its first instant, UTC), a time such as 2026-06-24T08:00:00Z, or how"
            + " long ago, such as 7d or 36h";

    /** The point in time, where it is now. */
    Instant from(Instant now);

    /** A stated point in time. */
    record At(Instant time) implements Moment {
        @Override
        public Instant from(Instant now) {
            return time;
        }

        @Override
        public String toString() {
            return time.toString();
        }
    }

    /** So long before now. */
    record Ago(Duration time) implements Moment {
        @Override
        public Instant from(Instant now) {
            return now.minus(time);
        }

        @Override
        public String toString() {
            return time.toString();
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Moment parse(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return new At(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return text.contains("T") ? new At(OffsetDateTime.parse(text).toInstant()) : new Ago(Durations.parse(text));
        } catch (DateTimeException | IllegalArgumentException none) {
            throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED, none);
        }
    }

    /** Reads an option. */
    final class Converter implements ITypeConverter<Moment> {
        @Override
        public Moment convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException(String.valueOf(none.getMessage()));
            }
        }
    }
}
