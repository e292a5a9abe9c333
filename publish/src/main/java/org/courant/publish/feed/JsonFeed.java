package org.courant.publish.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Feed 1.1. */
final class JsonFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static byte[] write(Feed feed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", PlainText.of(feed.title()));
        json.put("description", Feed.SUBTITLE);
        json.put("home_page_url", feed.base() + "/");
        json.put("feed_url", feed.address(FeedFormat.JSON));
        json.put("language", "en");
        json.put("items", feed.entries().stream().map(JsonFeed::item).toList());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("maps of texts have no JSON", impossible);
        }
    }

    private static Map<String, Object> item(FeedEntry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        item.put("url", entry.link());
        item.put("title", entry.title());
        item.put("content_text", entry.summary());
        item.put("date_published", entry.published().toString());
        item.put("date_modified", entry.updated().toString());
        List<Map<String, String>> authors =
                entry.authors().stream().map(author -> Map.of("name", author)).toList();
        if (!authors.isEmpty()) {
            item.put("authors", authors);
        }
        item.put("tags", entry.categories());
        item.put("_courant", Map.of("permalink", entry.permalink()));
        return item;
    }
}
