package org.courant.publish.feed;

import java.util.List;

/** Texts as every format can have them. */
final class PlainText {
    private PlainText() {}

    /** What XML cannot say is left out, and so are the controls beyond ASCII, which stand for nothing anywhere. */
    static String of(String text) {
        if (text.codePoints().allMatch(PlainText::isText)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().filter(PlainText::isText).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Those that say something, each once. */
    static List<String> of(List<String> texts) {
        return texts.stream()
                .map(PlainText::of)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    /** Production 2 of XML 1.0, without the C1 controls. */
    private static boolean isText(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0x7E)
                || (character >= 0xA0 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}
