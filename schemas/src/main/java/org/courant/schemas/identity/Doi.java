package org.courant.schemas.identity;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.courant.schemas.text.LowerCase;

/**
 * A digital object identifier, lower case since DOIs do not distinguish it (ISO 26324; DOI Handbook §2.4).
 *
 * @param name prefix and suffix: {@code 10.1145/3292500.3330701}
 */
public record Doi(String name) {
    /** Longest name in characters; registration agencies have none of 1,000. */
    private static final int MAX_LENGTH = 2_000;

    private static final Pattern DOI = Pattern.compile(
            "^(?:doi:\\s*|https?://(?:dx\\.|www\\.)?doi\\.org/)?(10\\.\\d{4,9}(?:\\.\\d+)*/\\S+)$",
            Pattern.CASE_INSENSITIVE);

    public static Optional<Doi> parse(String text) {
        String stripped = text.strip();
        Matcher matcher = DOI.matcher(stripped);
        return stripped.length() <= MAX_LENGTH && matcher.matches()
                ? Optional.of(new Doi(LowerCase.of(matcher.group(1))))
                : Optional.empty();
    }

    /** The identity that it gives a work: the DOIs that arXiv registers are the arXiv id in another spelling. */
    public Identity identity() {
        return ArxivId.parse(name)
                .filter(id -> name.startsWith("10.48550/"))
                .map(ArxivId::identity)
                .orElseGet(() -> new Identity(Identity.Kind.DOI, name));
    }
}
