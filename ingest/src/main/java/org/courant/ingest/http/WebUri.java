package org.courant.ingest.http;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the addresses that people and servers write, illegal characters and international hosts included. */
public final class WebUri {
    private static final String LEGAL = "-._~!$&'()*+,;=:@/?%#";
    /** Longest address in characters: what servers accept (RFC 9110, section 4.1). */
    private static final int MAX_LENGTH = 8_000;

    private static final Pattern AUTHORITY =
            Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)(.*)$", Pattern.DOTALL);

    private WebUri() {}

    /** An absolute or relative address; empty where even percent-encoding makes none of it. */
    public static Optional<URI> parse(String text) {
        String address = text.strip();
        if (address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = AUTHORITY.matcher(address);
        try {
            return Optional.of(new URI(
                    matcher.matches()
                            ? matcher.group(1) + authority(matcher.group(2)) + encode(matcher.group(3))
                            : encode(address)));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** An address as it stands in a document, against the address of the document; without fragment. */
    public static Optional<URI> resolve(URI base, String reference) {
        return parse(before(reference, "#")).flatMap(uri -> resolve(base, uri));
    }

    private static Optional<URI> resolve(URI base, URI reference) {
        String text = reference.toString();
        if (text.isEmpty()) {
            return Optional.of(base);
        }
        // java.net.URI still resolves these as RFC 2396 had it, which RFC 3986 corrects.
        if (text.startsWith("?")) {
            return parse(before(before(base.toString(), "#"), "?") + text);
        }
        boolean bareHost = base.getRawPath() != null && base.getRawPath().isEmpty();
        return Optional.of((bareHost ? base.resolve("/") : base).resolve(reference));
    }

    /** The address of a folder as its content is appended to it. */
    public static String withoutTrailingSlashes(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == '/') {
            end--;
        }
        return address.substring(0, end);
    }

    private static String before(String text, String mark) {
        int end = text.indexOf(mark);
        return end < 0 ? text : text.substring(0, end);
    }

    private static String authority(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text : IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
    }

    private static String encode(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            boolean letterOrDigit = octet < 0x80 && Character.isLetterOrDigit(octet);
            boolean strayPercent = octet == '%' && !isEscape(bytes, i);
            if (letterOrDigit || (LEGAL.indexOf(octet) >= 0 && !strayPercent)) {
                legal.append((char) octet);
            } else if (octet != '\t' && octet != '\n' && octet != '\r') {
                legal.append('%').append("%02X".formatted(octet));
            }
        }
        return legal.toString();
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }
}
