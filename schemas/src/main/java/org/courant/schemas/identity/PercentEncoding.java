package org.courant.schemas.identity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in one form (RFC 3986, section 6.2.2): unreserved characters bare, all else upper-case escapes. */
final class PercentEncoding {
    private static final String BARE = "-._~!$&'()*+,;=:@/?";

    private PercentEncoding() {}

    /** The normal form of a path or query; a stray {@code %} becomes {@code %25}, so that the form is stable. */
    static String normalise(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder normal = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            int escaped = octet == '%' ? escapeAt(bytes, i) : -1;
            if (escaped >= 0) {
                append(normal, escaped, isUnreserved(escaped));
                i += 2;
            } else {
                append(normal, octet, isUnreserved(octet) || BARE.indexOf(octet) >= 0);
            }
        }
        return normal.toString();
    }

    /** All escapes replaced by what they stand for, read as UTF-8. */
    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '%' ? escapeAt(bytes, i) : -1;
            plain.write(escaped >= 0 ? escaped : bytes[i]);
            i += escaped >= 0 ? 2 : 0;
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int escapeAt(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
    }

    private static void append(StringBuilder text, int octet, boolean bare) {
        if (bare) {
            text.append((char) octet);
        } else {
            text.append('%').append(hex(octet >> 4)).append(hex(octet & 15));
        }
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
