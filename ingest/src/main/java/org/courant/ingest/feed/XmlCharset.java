package org.courant.ingest.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import org.courant.schemas.text.LowerCase;

/**
 * Decodes a document: byte order mark, then bytes that can only be UTF-8, then the charset of the HTTP header, then
 * that of the XML declaration (RFC 7303, section 3; but servers name ISO 8859-1 for anything). Bytes that do not fit
 * become U+FFFD.
 */
final class XmlCharset {
    private static final Pattern HTTP =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:+-]+)\\s*[\"']", Pattern.CASE_INSENSITIVE);
    private static final int DECLARATION_BYTES = 512;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Names whose bytes in practice are those of a larger charset (WHATWG Encoding). */
    private static final Map<String, String> PRACTICE = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "iso-8859-9", "windows-1254",
            "tis-620", "windows-874",
            "shift_jis", "windows-31j",
            "ks_c_5601-1987", "windows-949");

    private XmlCharset() {}

    static String decode(byte[] document, String contentType) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(document);
        if (mark.isPresent()) {
            return text(document, mark.get().length(), mark.get().charset());
        }
        Optional<Charset> named = named(HTTP, contentType).or(() -> named(DECLARATION, start(document)));
        boolean utf8 = named.isEmpty() || named.get().equals(StandardCharsets.UTF_8);
        Optional<String> strict = strict(document);
        boolean multibyte = strict.isPresent() && strict.get().length() < document.length;
        if (strict.isPresent() && (utf8 || multibyte)) {
            return strict.get();
        }
        return text(document, 0, utf8 ? broken(document) : named.get());
    }

    private static String start(byte[] document) {
        int length = Math.min(document.length, DECLARATION_BYTES);
        return new String(document, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] document, int from, Charset charset) {
        return new String(document, from, document.length - from, charset);
    }

    private static Optional<String> strict(byte[] document) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(document))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** Broken UTF-8 has some whole characters beyond ASCII; bytes without any are of an 8-bit charset. */
    private static Charset broken(byte[] document) {
        boolean whole = text(document, 0, StandardCharsets.UTF_8).chars().anyMatch(c -> c > 0x7f && c != 0xfffd);
        return whole ? StandardCharsets.UTF_8 : WINDOWS;
    }

    /** The charset that a text names; without the wide ones, which would have been seen from the bytes. */
    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = LowerCase.of(matcher.group(1));
        String practice = PRACTICE.getOrDefault(name, name.equals("utf8") || name.equals("utf_8") ? "utf-8" : name);
        try {
            return Optional.of(Charset.forName(practice)).filter(charset -> !isWide(charset));
        } catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.name().contains("UTF-16") || charset.name().contains("UTF-32");
    }
}
