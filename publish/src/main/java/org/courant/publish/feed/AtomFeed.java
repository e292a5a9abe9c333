package org.courant.publish.feed;

/** Atom as RFC 4287 has it; all texts are plain. */
final class AtomFeed {
    private AtomFeed() {}

    static byte[] write(Feed feed) {
        XmlText xml = new XmlText()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "en")
                .element("id", feed.address(FeedFormat.ATOM))
                .element("title", feed.title())
                .element("subtitle", Feed.SUBTITLE)
                .element("updated", feed.updated().toString())
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.address(FeedFormat.ATOM))
                .empty("link", "rel", "alternate", "type", "text/html", "href", feed.base() + "/")
                .element("generator", "Courant");
        // Required where an entry names nobody.
        xml.open("author").element("name", "Courant").close();
        feed.entries().forEach(entry -> write(entry, xml));
        return xml.close().toBytes();
    }

    private static void write(FeedEntry entry, XmlText xml) {
        xml.open("entry")
                .element("id", entry.id())
                .element("title", entry.title())
                .element("published", entry.published().toString())
                .element("updated", entry.updated().toString())
                .empty("link", "rel", "alternate", "href", entry.link())
                .empty("link", "rel", "related", "type", "text/html", "href", entry.permalink());
        entry.authors()
                .forEach(author -> xml.open("author").element("name", author).close());
        entry.categories().forEach(category -> xml.empty("category", "term", category));
        if (!entry.summary().isBlank()) {
            xml.element("summary", entry.summary());
        }
        xml.close();
    }
}
