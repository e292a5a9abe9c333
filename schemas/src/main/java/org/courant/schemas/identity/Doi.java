package org.courant.schemas.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digital object identifier, lower case since DOIs do not distinguish it (ISO 26324; DOI Handbook §2.4).
 *
 * @param name prefix and suffix: {@code 10.1145/3292500.3330701}
 */
public record Doi(String name) {
    private static final Pattern DOI = Pattern.compile(
            "^(?:doi:\\s*|https?://(?:dx\\.|www\\.)?doi\\.org/)?(10\\.\\d{4,9}(?:\\.\\d+)*/\\S+)$",
            Pattern.CASE_INSENSITIVE);

    public static Optional<Doi> parse(String text) {
        Matcher matcher = DOI.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Doi(matcher.group(1).toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /** The identity that it gives a work: the DOIs that arXiv registers are the arXiv id in another spelling. */
    public Identity identity() {
        return ArxivId.parse(name)
                .filter(id -> name.startsWith("10.48550/"))
                .map(ArxivId::identity)
                .orElseGet(() -> new Identity(Identity.Kind.DOI, name));
    }
}
