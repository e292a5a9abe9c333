package org.courant.publish.feed.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). What it finds are sentences that begin with the place. */
public final class JsonFeedRules {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> OF_FEED = Set.of(
            "version",
            "title",
            "home_page_url",
            "feed_url",
            "description",
            "user_comment",
            "next_url",
            "icon",
            "favicon",
            "authors",
            "language",
            "expired",
            "hubs",
            "items");
    private static final Set<String> OF_ITEM = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "image",
            "banner_image",
            "date_published",
            "date_modified",
            "authors",
            "tags",
            "language",
            "attachments");

    private final List<String> found = new ArrayList<>();

    private JsonFeedRules() {}

    /**
     * What is wrong with a feed.
     *
     * @param location where it was
     */
    public static List<String> check(byte[] document, String location) {
        JsonFeedRules rules = new JsonFeedRules();
        try {
            rules.feed(STRICT.readTree(document), location);
        } catch (IOException bad) {
            rules.found.add("document: is no JSON: " + bad.getMessage());
        }
        return rules.found;
    }

    private void feed(JsonNode feed, String location) {
        require(
                feed.path("version").asText().equals("https://jsonfeed.org/version/1.1"),
                "version: is not that of 1.1");
        text(feed, "title", "feed");
        address(feed, "home_page_url", "feed");
        address(feed, "feed_url", "feed");
        require(feed.path("feed_url").asText().equals(location), "feed_url: is not " + location);
        require(feed.path("language").asText("en").matches("[a-z]{2,3}(-[A-Za-z0-9]+)*"), "language: is no tag");
        require(feed.path("items").isArray(), "items: is no list");
        names(feed, OF_FEED, "feed");
        nulls(feed, "feed");
        Set<String> ids = new HashSet<>();
        for (JsonNode item : feed.path("items")) {
            item(item, ids);
        }
    }

    private void item(JsonNode item, Set<String> ids) {
        String place = "item " + item.path("id");
        text(item, "id", place);
        require(ids.add(item.path("id").asText()), place + ": id is there twice");
        address(item, "url", place);
        require(!item.has("title") || !item.path("title").asText().isBlank(), place + ": title is blank");
        require(
                item.path("content_html").isTextual()
                        || item.path("content_text").isTextual(),
                place + ": no content");
        for (String date : Set.of("date_published", "date_modified")) {
            require(
                    !item.has(date) || Dates.isRfc3339(item.path(date).asText()),
                    place + ": " + date + " is not as RFC 3339 has it: " + item.path(date));
        }
        require(!item.has("authors") || !item.path("authors").isEmpty(), place + ": authors is empty");
        for (JsonNode author : item.path("authors")) {
            text(author, "name", place + " author");
        }
        for (JsonNode tag : item.path("tags")) {
            require(tag.isTextual() && !tag.asText().isBlank(), place + ": a tag is blank");
        }
        names(item, OF_ITEM, place);
    }

    private void text(JsonNode object, String name, String place) {
        require(
                object.path(name).isTextual() && !object.path(name).asText().isBlank(),
                place + ": " + name + " is no text: " + object.path(name));
    }

    private void address(JsonNode object, String name, String place) {
        require(
                !object.has(name) || Addresses.leadsToTheWeb(object.path(name).asText()),
                place + ": " + name + " is no address on the web: " + object.path(name));
    }

    /** Names of one's own begin with an underscore. */
    private void names(JsonNode object, Set<String> known, String place) {
        object.fieldNames()
                .forEachRemaining(name ->
                        require(known.contains(name) || name.startsWith("_"), place + ": unknown name " + name));
    }

    private void nulls(JsonNode node, String place) {
        require(!node.isNull(), place + ": null");
        node.forEach(child -> nulls(child, place));
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            found.add(sentence);
        }
    }
}
