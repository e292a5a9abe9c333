package org.courant.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.courant.ingest.text.CleanText;

/** Reads <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a> 1 and 1.1. */
final class JsonFeedReader {
    private final URI fetched;

    JsonFeedReader(URI fetched) {
        this.fetched = fetched;
    }

    FeedResult read(byte[] document) {
        try {
            JsonNode root = SafeJson.read(document);
            if (!root.path("items").isArray()) {
                return new FeedResult.NotAFeed("is JSON without items, not a JSON Feed");
            }
            return new FeedResult.Feed(feed(root));
        } catch (JsonProcessingException malformed) {
            return new FeedResult.NotAFeed("is not well-formed JSON (" + malformed.getOriginalMessage() + ")");
        }
    }

    private ParsedFeed feed(JsonNode root) {
        String link = EntryBuilder.webLink(root.path("home_page_url").asText(""), fetched);
        List<ParsedEntry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            entries.add(EntryBuilder.attempt(
                    () -> entry(item, root, link.isEmpty() ? fetched : URI.create(link)), () -> raw(item)));
        }
        return new ParsedFeed(CleanText.line(root.path("title").asText("")), link, entries, Optional.empty(), Set.of());
    }

    private static ParsedEntry entry(JsonNode item, JsonNode feed, URI base) {
        EntryBuilder entry = new EntryBuilder();
        entry.guid(item.path("id").asText(""), 1);
        entry.link(item.path("url").asText(""), base, 3);
        entry.link(
                item.path("id").asText("").startsWith("http") ? item.path("id").asText("") : "", base, 2);
        entry.link(item.path("external_url").asText(""), base, 1);
        entry.title(TextConstruct.plain(item.path("title").asText("")), 1);
        entry.text(TextConstruct.html(item.path("content_html").asText("")), 3);
        entry.text(TextConstruct.plain(item.path("content_text").asText("")), 2);
        entry.text(TextConstruct.plain(item.path("summary").asText("")), 1);
        entry.published(item.path("date_published").asText(""), 1);
        entry.updated(item.path("date_modified").asText(""), 1);
        item.path("tags").forEach(tag -> entry.category(tag.asText("")));
        authors(entry, item);
        if (!entry.hasAuthors()) {
            authors(entry, feed);
        }
        return entry.build(() -> raw(item));
    }

    private static byte[] raw(JsonNode item) {
        return item.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void authors(EntryBuilder entry, JsonNode parent) {
        parent.path("authors")
                .forEach(author -> entry.author(author.path("name").asText("")));
        entry.author(parent.path("author").path("name").asText(""));
    }
}
