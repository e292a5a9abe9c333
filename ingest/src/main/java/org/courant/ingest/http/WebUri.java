package org.courant.ingest.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the addresses that people and servers write, illegal characters and international hosts included. */
public final class WebUri {
    private static final String LEGAL = "-._~!$&'()*+,;=:@/?%[]#";
    private static final Pattern AUTHORITY =
            Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)(.*)$", Pattern.DOTALL);

    private WebUri() {}

    /** An absolute or relative address; empty where even percent-encoding makes none of it. */
    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(encode(asciiHost(text.strip()))));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** An address as it stands in a document, against the address of the document; without fragment. */
    public static Optional<URI> resolve(URI base, String reference) {
        return parse(reference.replaceFirst("#.*$", ""))
                .map(uri -> uri.toString().isEmpty() ? base : base.resolve(uri));
    }

    private static String asciiHost(String text) {
        Matcher matcher = AUTHORITY.matcher(text);
        if (!matcher.matches() || matcher.group(2).chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        return matcher.group(1) + IDN.toASCII(matcher.group(2), IDN.ALLOW_UNASSIGNED) + matcher.group(3);
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
