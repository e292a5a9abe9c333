package org.courant.ingest.feed;

import java.net.URI;

/** Reads one item of an RSS feed, with the extensions that carry what RSS itself cannot say. */
final class RssItem {
    private final Vocabulary names;
    private final URI base;
    private final EntryBuilder entry = new EntryBuilder();

    RssItem(Vocabulary names, URI base) {
        this.names = names;
        this.base = base;
    }

    ParsedEntry read(XmlElement item) {
        String about = item.attributes().getOrDefault("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "");
        entry.guid(about, 1);
        entry.link(about, base, 1);
        item.children().forEach(this::readElement);
        return entry.build(item::raw);
    }

    private void readElement(XmlElement element) {
        String name = names.name(element);
        switch (name) {
            case "guid" -> guid(element);
            case "link" -> entry.link(linkText(element), XmlBase.of(element, base), 4);
            case "atom:link" -> atomLink(element);
            case "enclosure" -> entry.link(element.attribute("url").orElse(""), base, 0);
            case "feedburner:origlink" -> entry.link(element.text(), base, 5);
            case "atom:id", "id" -> entry.guid(element.text(), 2);
            case "dc:identifier", "prism:doi", "arxiv:doi" -> identifier(element);
            case "author", "dc:creator", "itunes:author", "dc:author" -> entry.author(element.text());
            case "atom:author" -> element.child("name").ifPresent(person -> entry.author(person.text()));
            case "category", "dc:subject" -> entry.category(element.text());
            case "slash:comments", "thr:total" -> entry.attribute("comments", element.text());
            case "cc:license", "dc:rights" -> licence(element);
            default -> readText(name, element);
        }
    }

    private void readText(String name, XmlElement element) {
        switch (name) {
            case "title" -> entry.title(TextConstruct.guessed(element), 3);
            case "dc:title" -> entry.title(TextConstruct.guessed(element), 2);
            case "atom:title" -> entry.title(TextConstruct.stated(element), 2);
            case "media:title" -> entry.title(TextConstruct.guessed(element), 1);
            case "content:encoded", "xhtml:body", "body" -> entry.text(TextConstruct.guessed(element), 6);
            case "atom:content" -> entry.text(TextConstruct.stated(element), 5);
            case "description" -> entry.text(TextConstruct.guessed(element), 4);
            case "dc:description", "fullitem", "atom:summary" -> entry.text(TextConstruct.guessed(element), 3);
            case "itunes:summary" -> entry.text(TextConstruct.guessed(element), 2);
            // Media RSS puts texts one or two levels down.
            case "media:group", "media:content" ->
                element.children().forEach(child -> readText(names.name(child), child));
            case "media:description" -> entry.text(TextConstruct.guessed(element), 1);
            default -> readDate(name, element.text());
        }
    }

    private void readDate(String name, String date) {
        switch (name) {
            case "pubdate" -> entry.published(date, 5);
            case "dc:date" -> entry.published(date, 4);
            case "atom:published" -> entry.published(date, 3);
            case "dcterms:issued", "dcterms:created", "dcterms:available", "prism:publicationdate" ->
                entry.published(date, 2);
            case "atom:updated", "dcterms:modified" -> entry.updated(date, 1);
            default -> {
                // What is not known here is not needed.
            }
        }
    }

    private void guid(XmlElement element) {
        entry.guid(element.text(), 3);
        boolean permalink = !element.attribute("isPermaLink").orElse("true").equalsIgnoreCase("false");
        entry.linkOfId(element.text(), base, permalink ? 2 : 1);
    }

    private void atomLink(XmlElement element) {
        String relation = element.attribute("rel").orElse("alternate");
        if (relation.equals("alternate")) {
            entry.link(element.attribute("href").orElse(""), XmlBase.of(element, base), 3);
        }
    }

    private static String linkText(XmlElement element) {
        return element.text().isBlank() ? element.attribute("href").orElse("") : element.text();
    }

    private void identifier(XmlElement element) {
        entry.identifier(element.text());
        entry.guid(element.text(), 1);
    }

    private void licence(XmlElement element) {
        String resource =
                element.attributes().getOrDefault("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource", "");
        entry.licence(resource.isEmpty() ? element.text() : resource);
    }
}
