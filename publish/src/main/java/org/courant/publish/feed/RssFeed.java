package org.courant.publish.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * RSS 2.0 with the usual modules. A description is HTML, so a plain text is escaped once more. Whether a title is HTML
 * nobody has ever said: it is escaped once more only where it would be misread otherwise.
 */
final class RssFeed {
    private static final Pattern LIKE_MARKUP = Pattern.compile("<[A-Za-z/!?]|&(#\\w+|[A-Za-z]+);");

    private RssFeed() {}

    static byte[] write(Feed feed) {
        XmlText xml = new XmlText()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .open("channel")
                .element("title", feed.title())
                .element("link", feed.base() + "/")
                .element("description", Feed.SUBTITLE)
                .element("language", "en")
                .element("generator", "Courant")
                .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.address(FeedFormat.RSS));
        // A feed of nothing has never been built.
        if (!feed.entries().isEmpty()) {
            xml.element("lastBuildDate", date(feed.updated()));
        }
        feed.entries().forEach(entry -> write(entry, xml));
        return xml.close().close().toBytes();
    }

    private static void write(FeedEntry entry, XmlText xml) {
        xml.open("item")
                .element("guid", entry.id(), "isPermaLink", "false")
                .element("title", LIKE_MARKUP.matcher(entry.title()).find() ? html(entry.title()) : entry.title())
                .element("link", entry.link())
                .element("pubDate", date(entry.published()))
                .element("atom:updated", entry.updated().toString());
        entry.authors().forEach(author -> xml.element("dc:creator", author));
        entry.categories().forEach(category -> xml.element("category", category));
        if (!entry.summary().isBlank()) {
            xml.element("description", html(entry.summary()));
        }
        xml.close();
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }

    private static String html(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
