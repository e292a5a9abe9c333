package org.courant.ingest.text;

import com.google.re2j.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * HTML as plain text: paragraphs separated by an empty line, no markup, nothing that only a browser would run, and TeX
 * as it was written.
 */
public final class HtmlText {
    /** Longest HTML that is read; the rest of a longer text is left out. */
    private static final int MAX_HTML = 4_000_000;

    private static final String ELEMENTS = "a|abbr|acronym|address|article|aside|audio|b|bdi|bdo|big|blink|blockquote"
            + "|body|br|button|canvas|center|cite|code|col|colgroup|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset"
            + "|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li"
            + "|link|main|map|mark|marquee|menu|meta|nav|noscript|object|ol|option|p|picture|pre|q|s|samp|script|section"
            + "|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead"
            + "|time|title|tr|tt|u|ul|var|video|wbr";
    /**
     * An end tag, a tag with an attribute, one of those that stand alone, a block that begins the text and may have
     * been cut, a comment. A name in brackets by itself is what a writer says of a tag, and {@code a<b and c>d} is
     * arithmetic.
     */
    private static final Pattern TAG = Pattern.compile(
            "</[a-z][a-z0-9-]*\\s*>|<(?:" + ELEMENTS + ")\\s[^<>]*=[^<>]*>"
                    + "|<[a-z][a-z0-9-]*\\s+[a-z-]+\\s*=\\s*[\"'][^<>]*>"
                    + "|<(?:" + ELEMENTS + ")\\s*/>|<(?:br|dd|dt|hr|img|li|p|td|th|tr|wbr)\\s*>"
                    + "|^\\s*<(?:article|blockquote|center|div|figure|h[1-6]|ol|pre|section|table|ul)\\s*>"
                    + "|<!--|<!\\[CDATA\\[",
            Pattern.CASE_INSENSITIVE);
    /** XML's short form of an empty element, which HTML takes for a beginning that swallows what follows. */
    private static final Pattern SELF_CLOSED = Pattern.compile(
            "<(iframe|script|style|textarea|title|noscript|noembed|noframes|video|audio|canvas|select|button)(\\s[^<>]*)?/>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");

    private HtmlText() {}

    /** The text of a piece of HTML; entities are decoded once. */
    public static String toText(String html) {
        return toText(body(html));
    }

    /** The text of HTML that has been parsed. */
    public static String toText(Element element) {
        TextCollector collector = new TextCollector();
        NodeTraversor.filter(collector, element);
        return collector.text();
    }

    /** The same on one line, for titles. */
    public static String toLine(String html) {
        return CleanText.line(toText(html));
    }

    /** Whether a text that may be either shows signs of being HTML: a tag of HTML or a character reference. */
    public static boolean isLikely(String text) {
        String start = text.length() > MAX_HTML ? text.substring(0, MAX_HTML) : text;
        return TAG.matcher(start).find() || ENTITY.matcher(start).find();
    }

    private static Element body(String html) {
        String bounded = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
        // What has been escaped once too often has left its section marks in the text, and means what is between them.
        String unmarked =
                bounded.contains("<![CDATA[") ? bounded.replace("<![CDATA[", "").replace("]]>", "") : bounded;
        Document document =
                Jsoup.parseBodyFragment(SELF_CLOSED.matcher(unmarked).replaceAll("<$1$2></$1>"));
        return document.body();
    }
}
