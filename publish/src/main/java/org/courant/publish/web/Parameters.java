package org.courant.publish.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.courant.publish.page.KindFilter;
import org.courant.schemas.SourceKind;

/** Reads the parameters of requests; a bad one is answered with 400 and what was expected. */
final class Parameters {
    private static final int SHOWN = 80;

    private Parameters() {}

    static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
    }

    static int integer(Context context, String name, int fallback, int least, int most) {
        return read(context, name, "a whole number from " + least + " to " + most, value -> {
                    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
                    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
                })
                .orElse(fallback);
    }

    static Optional<LocalDate> date(Context context, String name) {
        return read(context, name, "a date such as 2026-06-24", Parameters::date);
    }

    static Optional<SourceKind> kind(Context context) {
        return read(context, KindFilter.PARAMETER, "arxiv, forum or media", KindFilter::parse);
    }

    /** Reads a value that may be absent; the parser returns nothing for a bad one. */
    static <T> Optional<T> read(Context context, String name, String expected, Function<String, Optional<T>> parser) {
        return text(context, name)
                .map(value -> parser.apply(value)
                        .orElseThrow(() -> new BadRequestResponse(
                                "parameter %s is '%s'; expected %s".formatted(name, shorten(value), expected))));
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** So much of a value as a message needs. */
    static String shorten(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
