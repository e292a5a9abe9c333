package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.courant.ingest.text.CleanText;
import org.courant.ingest.text.HtmlText;
import org.courant.testkit.Archive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that other projects have collected; what they print is the share that is read as those projects expect. */
class FeedCorpusTest {
    private static final URI FETCHED = URI.create("http://fetched.example/feed");

    /** Documents that are no feeds, or feeds that have no entries. */
    private static final Set<String> NOT_FOR_READING = Set.of(
            "logback-test.xml",
            "opml_1.0.xml",
            "opml_1.0_links.xml",
            "opml_2.0.xml",
            "opml_v1.1.xml",
            "2.rss",
            "explicitness-yes.xml",
            "empty.xml",
            "iso88591.xml",
            "iso88591_utf8_mismatch.xml",
            "iso-8859-1.xml",
            "windows-1252.xml",
            "windows-1252-incorrect-prolog.xml");

    @ParameterizedTest
    @CsvSource({
        "feeds,rome",
        "feeds,miniflux",
        "feeds,newsboat",
        "feeds,commafeed",
        "feeds,reddit-rss",
        "discourse,site-rss"
    })
    void publishedFeedsHaveEntries(String folder, String archive) {
        int read = 0;
        for (Map.Entry<String, byte[]> file :
                Archive.files(folder, archive + ".tar.gz").entrySet()) {
            String name = file.getKey().replaceFirst(".*/", "");
            if (name.matches(".*\\.(xml|rss|atom)") && !NOT_FOR_READING.contains(name)) {
                assertThat(entries(file.getValue(), "")).as(file.getKey()).isNotEmpty();
                read++;
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void theCapturedFeedOfArxivIsRead() {
        Archive.files("arxiv", "rss-atom-2025-08.tar.gz")
                .forEach((name, feed) -> assertThat(entries(feed, "")).as(name).hasSize(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedparser", "feedvalidator", "gofeed"})
    void collectionsOfOddFeedsAreReadWithoutException(String archive) {
        int feeds = 0;
        int files = 0;
        for (Map.Entry<String, byte[]> file :
                Archive.files("feeds", archive + ".tar.gz").entrySet()) {
            if (file.getKey().endsWith(".xml") || file.getKey().contains("/json/")) {
                files++;
                feeds += FeedReader.read(file.getValue(), "", FETCHED) instanceof FeedResult.Feed ? 1 : 0;
            }
        }
        assertThat(feeds).isGreaterThan(files * 8 / 10);
    }

    @Test
    void feedparsersExpectationsOfEntriesHold() throws JsonProcessingException {
        Map<String, byte[]> files = Archive.files("feeds", "feedparser.tar.gz");
        int checked = 0;
        List<String> different = new ArrayList<>();
        for (String line : Archive.lines("feeds", "feedparser-expectations.jsonl.gz")) {
            JsonNode test = SafeJson.read(line);
            String contentType = test.path("httpHeaders").path("Content-type").asText();
            FeedResult result =
                    FeedReader.read(files.getOrDefault(test.path("file").asText(), new byte[0]), contentType, FETCHED);
            for (JsonNode expected : test.path("asserts")) {
                Optional<String> actual = actual(result, expected);
                if (actual.isPresent()) {
                    checked++;
                    String wanted = wanted(expected);
                    if (!actual.get().equals(wanted)) {
                        different.add(test.path("file").asText() + " " + expected.path("path") + ": '" + actual.get()
                                + "' is not '" + wanted + "'");
                    }
                }
            }
        }
        assertThat(different).as("of %d expectations", checked).hasSizeLessThan(checked / 10);
    }

    private static List<ParsedEntry> entries(byte[] feed, String contentType) {
        FeedResult result = FeedReader.read(feed, contentType, FETCHED);
        assertThat(result).isInstanceOf(FeedResult.Feed.class);
        return ((FeedResult.Feed) result).feed().entries();
    }

    /** What was read of something that feedparser has an expectation of; empty for what is not read. */
    private static Optional<String> actual(FeedResult result, JsonNode expected) {
        List<String> path = StreamSupport.stream(expected.path("path").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (!expected.path("op").asText().equals("==") || !(result instanceof FeedResult.Feed feed)) {
            return Optional.empty();
        }
        if (path.equals(List.of("feed", "title"))) {
            return Optional.of(feed.feed().title());
        }
        if (path.equals(List.of("feed", "link"))) {
            return Optional.of(feed.feed().link());
        }
        if (path.size() < 3
                || !path.get(0).equals("entries")
                || feed.feed().entries().isEmpty()) {
            return Optional.empty();
        }
        return actual(
                feed.feed().entries().get(Integer.parseInt(path.get(1))),
                String.join(".", path.subList(2, path.size())));
    }

    private static Optional<String> actual(ParsedEntry entry, String path) {
        return switch (path) {
            case "title", "title_detail.value" -> Optional.of(entry.title());
            case "link" -> Optional.of(entry.link());
            case "id" -> Optional.of(entry.guid());
            case "description", "summary", "content.0.value" -> Optional.of(entry.text());
            case "tags.0.term" -> entry.categories().stream().findFirst();
            case "published_parsed" -> Optional.of(tuple(entry.published()));
            case "updated_parsed" -> Optional.of(tuple(entry.updated() == null ? entry.published() : entry.updated()));
            default -> Optional.empty();
        };
    }

    private static String tuple(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return "[%d,%d,%d,%d,%d,%d]"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
    }

    private static String wanted(JsonNode expected) {
        JsonNode value = expected.path("value");
        if (value.isArray()) {
            return value.toString().replaceFirst("((?:\\d+,){5}\\d+).*", "$1]");
        }
        String path = expected.path("path").toString();
        boolean markup = path.contains("description")
                || path.contains("summary")
                || path.contains("value")
                || path.contains("title");
        String text = value.asText();
        if (!markup) {
            return text;
        }
        boolean title = path.contains("title");
        if (HtmlText.isLikely(text)) {
            return title ? HtmlText.toLine(text) : HtmlText.toText(text);
        }
        return title ? CleanText.line(text) : CleanText.paragraphs(text);
    }
}
