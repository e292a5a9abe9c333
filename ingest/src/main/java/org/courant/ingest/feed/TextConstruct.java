package org.courant.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.courant.ingest.text.CleanText;
import org.courant.ingest.text.HtmlText;
import org.courant.schemas.text.LowerCase;

/** A text as a feed carries it, with what is known of its kind. */
record TextConstruct(String value, boolean html) {

    /** RSS does not say what a text is: it is HTML if it shows signs of it, or if someone forgot to escape it. */
    static TextConstruct guessed(XmlElement element) {
        boolean unescaped = !element.children().isEmpty();
        return unescaped ? new TextConstruct(element.markup(), true) : guessed(element.text());
    }

    static TextConstruct guessed(String text) {
        return new TextConstruct(text, HtmlText.isLikely(text));
    }

    static TextConstruct plain(String text) {
        return new TextConstruct(text, false);
    }

    static TextConstruct html(String text) {
        return new TextConstruct(text, true);
    }

    /** Atom says it: by type (RFC 4287, section 3.1), and by type and mode in Atom 0.3. */
    static TextConstruct stated(XmlElement element) {
        String type = LowerCase.of(element.attribute("type").orElse("text"));
        String mode = LowerCase.of(element.attribute("mode").orElse(""));
        if (!element.children().isEmpty()) {
            return new TextConstruct(element.markup(), true);
        }
        if (type.contains("/") && !type.startsWith("text/") && !type.contains("ml")) {
            // An image, or something else that is no text.
            return plain("");
        }
        String text = mode.equals("base64") ? base64(element.text()) : element.text();
        boolean markup = type.contains("html") || type.endsWith("+xml") || type.endsWith("/xml");
        boolean plain = type.equals("text") || type.equals("text/plain");
        return new TextConstruct(text, markup || (!plain && HtmlText.isLikely(text)));
    }

    String line() {
        return html ? HtmlText.toLine(value) : CleanText.line(value);
    }

    String paragraphs() {
        return html ? HtmlText.toText(value) : CleanText.paragraphs(value);
    }

    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
