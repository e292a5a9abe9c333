package org.courant.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Atom 1.0 (RFC 4287) and its predecessor 0.3. */
final class AtomReader {
    private final Vocabulary names;
    private final XmlElement feed;
    private final URI fetched;
    private final List<String> feedAuthors;

    AtomReader(XmlElement feed, URI fetched) {
        this.names = new Vocabulary(Set.of(feed.namespace()));
        this.feed = feed;
        this.fetched = fetched;
        this.feedAuthors = authors(feed);
    }

    ParsedFeed read() {
        URI base = XmlBase.of(feed, fetched);
        String link = alternate(feed, base);
        List<ParsedEntry> entries = new ArrayList<>();
        for (XmlElement child : feed.name().equals("entry") ? List.of(feed) : feed.children()) {
            if (names.name(child).equals("entry")) {
                entries.add(EntryBuilder.attempt(() -> entry(child, XmlBase.of(child, base)), child::raw));
            }
        }
        String title = child(feed, "title")
                .map(TextConstruct::stated)
                .map(TextConstruct::line)
                .orElse("");
        return new ParsedFeed(title, link, entries, Optional.empty(), Set.of());
    }

    private ParsedEntry entry(XmlElement element, URI base) {
        EntryBuilder entry = new EntryBuilder();
        entry.link(alternate(element, base), base, 3);
        element.children().forEach(child -> read(entry, child, base));
        if (!entry.hasAuthors()) {
            child(element, "source").ifPresent(source -> authors(source).forEach(entry::author));
        }
        if (!entry.hasAuthors()) {
            feedAuthors.forEach(entry::author);
        }
        return entry.build(element::raw);
    }

    private void read(EntryBuilder entry, XmlElement element, URI base) {
        String name = names.name(element);
        switch (name) {
            case "id" -> {
                entry.guid(element.text(), 3);
                entry.linkOfId(element.text(), base, 2);
            }
            case "feedburner:origlink" -> entry.link(element.text(), base, 4);
            case "author" -> entry.author(author(element));
            case "link" -> enclosure(entry, element, base);
            case "dc:creator" -> entry.author(element.text());
            case "category" -> category(entry, element);
            case "dc:subject" -> entry.category(element.text());
            case "dc:identifier", "prism:doi", "arxiv:doi" -> entry.identifier(element.text());
            case "rights", "dc:rights", "cc:license" -> entry.licence(element.text());
            case "thr:total", "slash:comments" -> entry.attribute("comments", element.text());
            default -> readText(entry, name, element);
        }
    }

    private void readText(EntryBuilder entry, String name, XmlElement element) {
        switch (name) {
            case "title" -> entry.title(TextConstruct.stated(element), 3);
            case "dc:title", "media:title" -> entry.title(TextConstruct.guessed(element), 1);
            case "content" -> entry.text(TextConstruct.stated(element), 5);
            case "content:encoded" -> entry.text(TextConstruct.guessed(element), 4);
            case "summary" -> entry.text(TextConstruct.stated(element), 3);
            case "media:description", "dc:description" -> entry.text(TextConstruct.guessed(element), 2);
            // Media RSS puts texts one or two levels down.
            case "media:group", "media:content" ->
                element.children().forEach(child -> readText(entry, names.name(child), child));
            case "published", "issued" -> entry.published(element.text(), 3);
            case "created", "dc:date" -> entry.published(element.text(), 2);
            case "updated", "modified" -> entry.updated(element.text(), 1);
            default -> {
                // What is not known here is not needed.
            }
        }
    }

    private List<String> authors(XmlElement parent) {
        return parent.children().stream()
                .filter(child -> names.name(child).equals("author"))
                .map(this::author)
                .toList();
    }

    private String author(XmlElement person) {
        return person.children().isEmpty()
                ? person.text()
                : child(person, "name")
                        .or(() -> child(person, "email"))
                        .map(XmlElement::text)
                        .orElse("");
    }

    private static void enclosure(EntryBuilder entry, XmlElement link, URI base) {
        if (link.attribute("rel").orElse("").equals("enclosure")) {
            entry.link(link.attribute("href").orElse(""), XmlBase.of(link, base), 1);
        }
    }

    private static void category(EntryBuilder entry, XmlElement element) {
        entry.category(element.attribute("label")
                .filter(label -> !label.isBlank())
                .or(() -> element.attribute("term"))
                .orElse(element.text()));
    }

    /** The page behind a feed or entry: an alternate link, HTML before other types. */
    private String alternate(XmlElement parent, URI base) {
        String other = "";
        for (XmlElement child : parent.children()) {
            String relation = child.attribute("rel").orElse("alternate");
            boolean alternate = relation.equals("alternate")
                    || relation.equals("http://www.iana.org/assignments/relation/alternate");
            if (!names.name(child).equals("link") || !alternate) {
                continue;
            }
            String href = child.attribute("href").orElse(child.text());
            String link = EntryBuilder.webLink(href, XmlBase.of(child, base));
            if (child.attribute("type").orElse("text/html").contains("html") && !link.isEmpty()) {
                return link;
            }
            other = other.isEmpty() ? link : other;
        }
        return other;
    }

    private Optional<XmlElement> child(XmlElement parent, String name) {
        return parent.first(child -> names.name(child).equals(name));
    }
}
