package org.courant.ingest.feed;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.courant.schemas.text.LowerCase;

/**
 * Finds the charset that a label means. Labels are compared as the Unicode Technical Standard 22, section 1.4, compares
 * aliases: by letters and digits alone. Those of the WHATWG Encoding standard that Java does not know stand here.
 */
final class CharsetLabels {
    private static final Map<String, String> WHATWG = Map.ofEntries(
            Map.entry("unicode20utf8", "UTF-8"),
            Map.entry("iso88598e", "ISO-8859-8"),
            Map.entry("iso88598i", "ISO-8859-8"),
            Map.entry("csiso88598e", "ISO-8859-8"),
            Map.entry("csiso88598i", "ISO-8859-8"),
            Map.entry("logical", "ISO-8859-8"),
            Map.entry("visual", "ISO-8859-8"),
            Map.entry("iso88596e", "ISO-8859-6"),
            Map.entry("iso88596i", "ISO-8859-6"),
            Map.entry("koi", "KOI8-R"),
            Map.entry("koi8ru", "KOI8-U"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("csmacintosh", "x-MacRoman"),
            Map.entry("xmacukrainian", "x-MacUkraine"),
            Map.entry("dos874", "x-windows-874"),
            Map.entry("chinese", "GB18030"),
            Map.entry("isoir58", "GB18030"),
            Map.entry("csgb2312", "GB18030"),
            Map.entry("csiso58gb231280", "GB18030"),
            Map.entry("cnbig5", "Big5"),
            Map.entry("xxbig5", "Big5"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("isoir149", "x-windows-949"));

    /** Charsets whose bytes in practice are those of a larger one, which has it within. */
    private static final Map<String, String> PRACTICE = Map.of(
            "ISO-8859-1", "windows-1252",
            "US-ASCII", "windows-1252",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "ISO-8859-9", "windows-1254",
            "TIS-620", "x-windows-874",
            "x-iso-8859-11", "x-windows-874",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949");

    private static final Map<String, Charset> KNOWN = known();

    private CharsetLabels() {}

    /** The charset that bytes under this label are in; empty for a label that nobody knows. */
    static Optional<Charset> charset(String label) {
        String name = bare(label);
        return Optional.ofNullable(KNOWN.get(name))
                .or(() -> Optional.ofNullable(KNOWN.get(name.startsWith("x") ? name.substring(1) : name)))
                .or(() -> Optional.ofNullable(KNOWN.get(name.replace("win", "windows"))))
                .map(charset -> Charset.forName(PRACTICE.getOrDefault(charset.name(), charset.name())));
    }

    private static Map<String, Charset> known() {
        Map<String, Charset> known = new HashMap<>();
        Charset.availableCharsets().values().forEach(charset -> {
            charset.aliases().forEach(alias -> known.putIfAbsent(bare(alias), charset));
        });
        Charset.availableCharsets().forEach((name, charset) -> known.put(bare(name), charset));
        WHATWG.forEach((label, name) -> known.put(label, Charset.forName(name)));
        return Map.copyOf(known);
    }

    private static String bare(String label) {
        StringBuilder bare = new StringBuilder(label.length());
        LowerCase.of(label).chars().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
