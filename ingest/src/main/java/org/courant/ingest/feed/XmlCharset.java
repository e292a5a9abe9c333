package org.courant.ingest.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decodes a document: byte order mark, then bytes that can only be UTF-8, then the charset of the HTTP header, then
 * that of the XML declaration (RFC 7303, section 3; but servers name ISO 8859-1 or UTF-8 for anything). Bytes that do
 * not fit become U+FFFD.
 */
final class XmlCharset {
    private static final Pattern HTTP =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:+-]+)\\s*[\"']", Pattern.CASE_INSENSITIVE);
    private static final int DECLARATION_BYTES = 512;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private XmlCharset() {}

    static String decode(byte[] document, String contentType) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(document);
        if (mark.isPresent()) {
            return text(document, mark.get().length(), mark.get().charset());
        }
        Optional<Charset> header = named(HTTP, contentType);
        Optional<Charset> declared = named(DECLARATION, start(document));
        boolean utf8 =
                header.or(() -> declared).map(StandardCharsets.UTF_8::equals).orElse(true);
        Optional<String> strict = strict(document);
        boolean multibyte = strict.isPresent() && strict.get().length() < document.length;
        if (strict.isPresent() && (utf8 || multibyte)) {
            return strict.get();
        }
        if (utf8) {
            String broken = text(document, 0, StandardCharsets.UTF_8);
            if (isMostlyWhole(broken)) {
                return broken;
            }
        }
        // The bytes contradict a header that says UTF-8, which many servers add to anything.
        Charset named = Stream.of(header, declared)
                .flatMap(Optional::stream)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .findFirst()
                .orElse(WINDOWS);
        return text(document, 0, named);
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

    /**
     * Whether a text is UTF-8 with some damage: what is whole beyond ASCII is no less than what is not. In text of an
     * 8-bit charset a pair of letters is UTF-8 by chance now and then.
     */
    private static boolean isMostlyWhole(String broken) {
        long damaged = broken.chars().filter(character -> character == '\ufffd').count();
        return broken.chars().filter(character -> character > 0x7f).count() >= 2 * damaged;
    }

    /** The charset that a text names; without the wide ones, which would have been seen from the bytes. */
    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return CharsetLabels.charset(matcher.group(1)).filter(charset -> !isWide(charset));
    }

    private static boolean isWide(Charset charset) {
        return charset.name().contains("UTF-16") || charset.name().contains("UTF-32");
    }
}
