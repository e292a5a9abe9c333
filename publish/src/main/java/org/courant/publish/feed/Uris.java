package org.courant.publish.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.publish.page.Links;
import org.courant.schemas.identity.CanonicalUrl;

/** URIs of RFC 3986 from what is nearly one. What is one stays as it is, character by character. */
final class Uris {
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?://)([^/\\\\?#]+)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile(
            "([\\w.~!$&'()*+,;=:-]*@)?([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+])(:\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final String UNRESERVED = "-._~";
    private static final String WITHIN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
    private static final String WITHIN_QUERY = WITHIN_PATH + "?";

    private Uris() {}

    /** An address on the web; empty for what leads elsewhere or has no host. */
    static Optional<String> web(String url) {
        Matcher parts = WEB.matcher(url);
        if (Links.toWeb(url).isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        // A path begins with a slash, which browsers read in a backslash too.
        String rest = escape(parts.group(3).replace('\\', '/'), WITHIN_PATH)
                + (parts.group(4) == null ? "" : "?" + escape(parts.group(4), WITHIN_QUERY))
                + (parts.group(5) == null ? "" : "#" + escape(parts.group(5), WITHIN_QUERY));
        Optional<String> authority = AUTHORITY.matcher(parts.group(2)).matches()
                ? Optional.of(parts.group(2))
                : CanonicalUrl.parse(url).map(CanonicalUrl::host);
        return authority.map(host -> parts.group(1) + host + rest);
    }

    /** The id of an entry, which begins with the kind of name that it is, as a URI begins with its scheme. */
    static String ofId(String entryId) {
        int fragment = entryId.indexOf('#');
        return fragment < 0
                ? escape(entryId, WITHIN_QUERY)
                : escape(entryId.substring(0, fragment), WITHIN_QUERY) + "#"
                        + escape(entryId.substring(fragment + 1), WITHIN_QUERY);
    }

    private static String escape(String text, String allowed) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder uri = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            char octet = (char) (octets[i] & 0xFF);
            boolean isPlain = isDigitUpTo(octet, 'z') || allowed.indexOf(octet) >= 0 || isEscape(octets, i);
            uri.append(isPlain ? String.valueOf(octet) : "%%%02X".formatted((int) octet));
        }
        return uri.toString();
    }

    private static boolean isEscape(byte[] octets, int at) {
        return octets[at] == '%'
                && at + 2 < octets.length
                && isDigitUpTo((char) octets[at + 1], 'f')
                && isDigitUpTo((char) octets[at + 2], 'f');
    }

    /** Whether it is a digit or a letter up to this one. */
    private static boolean isDigitUpTo(char character, char last) {
        return (character >= '0' && character <= '9')
                || (character >= 'a' && character <= last)
                || (character >= 'A' && character <= Character.toUpperCase(last));
    }
}
