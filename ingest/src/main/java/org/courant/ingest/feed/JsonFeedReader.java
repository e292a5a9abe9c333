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
            return new FeedResult.NotAFeed("is not well-formed JSON (" + reason(malformed) + ")");
        }
    }

    /** Without Jackson's note of where a bracket was opened, which quotes its own settings. */
    private static String reason(JsonProcessingException malformed) {
        String message = malformed.getOriginalMessage();
        int note = message.indexOf(" (start marker at");
        String line = malformed.getLocation() == null
                ? ""
                : ", line " + malformed.getLocation().getLineNr();
        return (note < 0 ? message : message.substring(0, note)) + line;
    }

    private ParsedFeed feed(JsonNode root) {
        String link = EntryBuilder.webLink(SafeJson.text(root.path("home_page_url")), fetched);
        List<ParsedEntry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            entries.add(EntryBuilder.attempt(
                    () -> entry(item, root, link.isEmpty() ? fetched : URI.create(link)), () -> raw(item)));
        }
        return new ParsedFeed(
                CleanText.line(SafeJson.text(root.path("title"))), link, entries, Optional.empty(), Set.of());
    }

    private static ParsedEntry entry(JsonNode item, JsonNode feed, URI base) {
        EntryBuilder entry = new EntryBuilder();
        entry.guid(SafeJson.text(item.path("id")), 1);
        entry.link(SafeJson.text(item.path("url")), base, 3);
        entry.linkOfId(SafeJson.text(item.path("id")), base, 2);
        entry.link(SafeJson.text(item.path("external_url")), base, 1);
        entry.link(SafeJson.text(item.path("attachments").path(0).path("url")), base, 0);
        entry.title(TextConstruct.plain(SafeJson.text(item.path("title"))), 1);
        entry.text(TextConstruct.html(SafeJson.text(item.path("content_html"))), 3);
        entry.text(TextConstruct.plain(SafeJson.text(item.path("content_text"))), 2);
        entry.text(TextConstruct.plain(SafeJson.text(item.path("summary"))), 1);
        entry.published(SafeJson.text(item.path("date_published")), 1);
        entry.updated(SafeJson.text(item.path("date_modified")), 1);
        item.path("tags").forEach(tag -> entry.category(SafeJson.text(tag)));
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
        author(entry, parent.path("authors"));
        author(entry, parent.path("author"));
    }

    /** An object with a name, or what is met in its place: the name itself, or a list. */
    private static void author(EntryBuilder entry, JsonNode author) {
        for (JsonNode each : author.isArray() ? author : List.of(author)) {
            entry.author(SafeJson.text(each) + SafeJson.text(each.path("name")));
        }
    }
}
