package org.courant.ingest.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Takes off what stands before the root element: the XML declaration, comments, and the document type declaration with
 * everything that it declares. Nothing that a declaration names is ever looked at.
 */
final class XmlProlog {
    private static final int JUNK_CHARACTERS = 8 * 1024;
    private static final Pattern ROOT =
            Pattern.compile("<(?:[a-z]+:)?(?:rss|rdf|feed|channel)[\\s>]", Pattern.CASE_INSENSITIVE);

    private final String text;
    private int at;

    private XmlProlog(String text) {
        this.text = text;
        this.at = start(text);
    }

    /** The document from its root element on; empty if there is none. */
    static String skip(String document) {
        XmlProlog prolog = new XmlProlog(document);
        boolean more = true;
        while (more) {
            more = prolog.skipOne();
        }
        return document.substring(prolog.at);
    }

    /** White space, marks or a page's error messages may precede the declaration. */
    private static int start(String text) {
        int declaration = text.indexOf("<?xml");
        if (declaration >= 0 && declaration < JUNK_CHARACTERS) {
            return declaration;
        }
        int markup = text.indexOf('<');
        if (markup < 0 || text.startsWith("<!", markup)) {
            return markup < 0 ? text.length() : markup;
        }
        Matcher root = ROOT.matcher(text.substring(markup, Math.min(text.length(), markup + JUNK_CHARACTERS)));
        return root.find() ? markup + root.start() : markup;
    }

    private boolean skipOne() {
        if (text.startsWith("<?", at)) {
            return skipTo("?>");
        }
        if (text.startsWith("<!--", at)) {
            return skipTo("-->");
        }
        if (text.startsWith("<!", at)) {
            return skipDeclaration();
        }
        return false;
    }

    private boolean skipTo(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : nextMarkup(found + end.length());
        return found >= 0;
    }

    private boolean skipDeclaration() {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\'') {
                i = endOfLiteral(i, character);
            } else if (text.startsWith("<!--", i)) {
                i = end("-->", i);
            } else if (text.startsWith("<?", i)) {
                i = end("?>", i);
            } else if (character == '<') {
                depth++;
            } else if (character == '>' && --depth == 0) {
                at = nextMarkup(i + 1);
                return true;
            }
        }
        at = text.length();
        return false;
    }

    private int endOfLiteral(int from, char quote) {
        int end = text.indexOf(quote, from + 1);
        return end < 0 ? text.length() : end;
    }

    private int end(String mark, int from) {
        int end = text.indexOf(mark, from + 2);
        return end < 0 ? text.length() : end + mark.length() - 1;
    }

    private int nextMarkup(int from) {
        int markup = text.indexOf('<', from);
        return markup < 0 ? text.length() : markup;
    }
}
