package org.courant.schemas.identity;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.YearMonth;
import java.util.Optional;
import org.courant.schemas.text.LowerCase;
import org.jspecify.annotations.Nullable;

/**
 * An arXiv identifier, folded: {@code math.GT/0309136v2} and {@code arXiv:math/0309136} name the same paper.
 *
 * <p>Source: <a href="https://info.arxiv.org/help/arxiv_identifier.html">arXiv's description of its identifiers</a>.
 *
 * @param id identifier without version: {@code 2606.23595} or {@code hep-th/9901001}
 * @param version version, 0 where none was given
 */
public record ArxivId(String id, int version) {
    /** Longest spelling in characters; more than any prefix and identifier take. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern NEW = Pattern.compile("(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,6})(?:v([1-9]\\d{0,3}))?");
    private static final Pattern OLD = Pattern.compile(
            "([a-z]+(?:-[a-z]{2,})?)(?:\\.[a-z-]{2,})?/(\\d{2}(?:0[1-9]|1[0-2])\\d{3})(?:v([1-9]\\d{0,3}))?");
    private static final Pattern PREFIX = Pattern.compile("^(?:oai:arxiv\\.org:|arxiv:)\\s*");
    private static final Pattern DOI = Pattern.compile("^(?:doi:)?10\\.48550/(?:arxiv\\.)");

    /** Reads any of arXiv's own spellings: bare, {@code arXiv:}, {@code oai:arXiv.org:} or the DOI form. */
    public static Optional<ArxivId> parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String bare = LowerCase.of(stripped);
        bare = PREFIX.matcher(DOI.matcher(bare).replaceFirst("")).replaceFirst("");
        Matcher current = NEW.matcher(bare);
        if (current.matches()) {
            return Optional.of(new ArxivId(current.group(1), version(current.group(2))));
        }
        Matcher old = OLD.matcher(bare);
        if (old.matches()) {
            return Optional.of(new ArxivId(old.group(1) + "/" + old.group(2), version(old.group(3))));
        }
        return Optional.empty();
    }

    public Identity identity() {
        return new Identity(Identity.Kind.ARXIV, id);
    }

    /** The month in which the paper was first submitted, which every identifier states. */
    public YearMonth month() {
        String digits = id.substring(id.indexOf('/') + 1);
        int year = Integer.parseInt(digits.substring(0, 2));
        // arXiv began in 1991.
        return YearMonth.of(year + (year < 91 ? 2000 : 1900), Integer.parseInt(digits.substring(2, 4)));
    }

    private static int version(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
