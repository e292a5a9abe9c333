package org.courant.ingest.arxiv;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Writes names as they are read: accents that were left as TeX become characters, braces that only group go. */
final class TexAccents {
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030a"),
            Map.entry("H", "\u030b"),
            Map.entry("v", "\u030c"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"));
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ss", "\u00df"),
            Map.entry("ae", "\u00e6"),
            Map.entry("AE", "\u00c6"),
            Map.entry("oe", "\u0153"),
            Map.entry("OE", "\u0152"),
            Map.entry("aa", "\u00e5"),
            Map.entry("AA", "\u00c5"),
            Map.entry("o", "\u00f8"),
            Map.entry("O", "\u00d8"),
            Map.entry("l", "\u0142"),
            Map.entry("L", "\u0141"),
            Map.entry("dh", "\u00f0"),
            Map.entry("th", "\u00fe"),
            Map.entry("i", "\u0131"),
            Map.entry("j", "\u0237"));

    /** An accent, then its letter, in braces or not, the dotless ones by their commands. */
    private static final Pattern ACCENT = Pattern.compile(
            "\\\\(?:([`'^~=.\"])\\s*|([urHvdckb])(?:\\s+|\\b))(?:\\{\\s*\\\\?(\\pL)\\s*\\}|\\\\?(\\pL))");

    private static final Pattern LETTER = Pattern.compile("\\\\(ss|ae|AE|oe|OE|aa|AA|dh|th|[oOlLij])(?:\\b|\\{\\}) ?");
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private TexAccents() {}

    /** A name without TeX; what is not understood stays as it is. */
    static String decoded(String name) {
        if (name.indexOf('\\') < 0 && name.indexOf('{') < 0) {
            return name;
        }
        String accented = replaced(
                ACCENT.matcher(name),
                found -> (found.group(3) == null ? found.group(4) : found.group(3))
                        + MARKS.get(found.group(1) == null ? found.group(2) : found.group(1)));
        String letters =
                replaced(LETTER.matcher(accented), found -> Objects.requireNonNull(LETTERS.get(found.group(1))));
        return Normalizer.normalize(BRACES.matcher(letters).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String replaced(Matcher matcher, Function<Matcher, String> replacement) {
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(replacement.apply(matcher)));
        }
        return matcher.appendTail(replaced).toString();
    }
}
