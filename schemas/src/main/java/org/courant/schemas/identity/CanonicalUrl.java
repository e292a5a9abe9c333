package org.courant.schemas.identity;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.IDN;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.courant.schemas.text.LowerCase;

/**
 * A web address in the one form that Courant compares. Scheme, host case, internationalised host, default port, user
 * info, dot segments, percent-encoding, tracking parameters, fragment and trailing slash make no difference.
 *
 * <p>The syntax is RFC 3986, read leniently; normalisation follows its section 6.2. {@code http} and {@code https} name
 * the same page.
 *
 * @param host lower case, ASCII, with a port only where it is not the scheme's own
 * @param path starts with {@code /}, or is empty
 * @param query without {@code ?}, empty where there is none
 */
public record CanonicalUrl(String host, String path, String query) {
    /** Longest address in characters: what servers accept (RFC 9110, section 4.1). */
    private static final int MAX_LENGTH = 8_000;

    private static final Pattern URL = Pattern.compile(
            "^https?:[/\\\\]{2,}([^/?#\\\\]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?(\\[[0-9a-f:.]+]|[^:@\\[\\]]+)(?::(\\d{0,5}))?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\t\\n\\r]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+([0-9])");
    private static final Pattern TRAILING_DOTS = Pattern.compile("\\.+$");
    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");
    /** Longest name of a host (RFC 1035, section 2.3.4), and a dot at its end. */
    private static final int MAX_HOST = 254;

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "mc_cid",
            "mc_eid",
            "igshid",
            "_ga",
            "ttclid",
            "twclid",
            "li_fat_id",
            "vero_id",
            "yclid",
            "_hsenc",
            "_hsmi");

    /** Reads an absolute {@code http} or {@code https} address; anything else has no canonical form. */
    public static Optional<CanonicalUrl> parse(String text) {
        Matcher url = URL.matcher(text.length() > MAX_LENGTH ? "" : stripControls(text));
        if (!url.matches()) {
            return Optional.empty();
        }
        return host(url.group(1))
                .map(host ->
                        new CanonicalUrl(host, path(url.group(2)), query(url.group(3) == null ? "" : url.group(3))));
    }

    /** The strongest name that this address gives a work. */
    public Identity identity() {
        return PaperPage.identity(this).orElseGet(() -> new Identity(Identity.Kind.URL, toString()));
    }

    @Override
    public String toString() {
        return "https://" + host + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String stripControls(String text) {
        // Browsers drop tabs and line ends inside an address and white space around it (WHATWG URL, basic parser).
        return WHITE_SPACE.matcher(text.strip()).replaceAll("");
    }

    private static Optional<String> host(String authority) {
        Matcher matcher = AUTHORITY.matcher(LowerCase.of(authority));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> ascii = ascii(matcher.group(1));
        String port = matcher.group(2) == null
                ? ""
                : LEADING_ZEROS.matcher(matcher.group(2)).replaceFirst("$1");
        boolean standard = port.isEmpty() || port.equals("80") || port.equals("443");
        if (!standard && Integer.parseInt(port) > 65_535) {
            return Optional.empty();
        }
        // The scheme is folded away, so both schemes' own ports are: http on 443 is nobody's page.
        return ascii.map(name -> standard ? name : name + ":" + port);
    }

    private static Optional<String> ascii(String host) {
        if (host.length() > MAX_HOST) {
            return Optional.empty();
        }
        try {
            String name = host.startsWith("[") ? host : IDN.toASCII(PercentEncoding.decode(host), IDN.ALLOW_UNASSIGNED);
            String folded = TRAILING_DOTS.matcher(LowerCase.of(name)).replaceFirst("");
            return HOST.matcher(folded).matches() ? Optional.of(folded) : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static String path(String raw) {
        String normal = DotSegments.remove(PercentEncoding.normalise(raw.replace('\\', '/')));
        return TRAILING_SLASHES.matcher(normal).replaceFirst("");
    }

    private static String query(String raw) {
        return Arrays.stream(PercentEncoding.normalise(raw).split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = LowerCase.of(equals < 0 ? parameter : parameter.substring(0, equals));
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
