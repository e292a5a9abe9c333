package org.courant.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.courant.ingest.feed.FeedDate;
import org.courant.ingest.feed.SafeJson;
import org.courant.ingest.source.Listing;
import org.courant.ingest.text.CleanText;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.identity.ArxivId;
import org.courant.schemas.identity.Doi;
import org.courant.schemas.identity.Identity;
import org.courant.schemas.identity.ItemId;

/** Makes items of the lines of a file. */
final class FileItems {
    private final String sourceId;
    private final Listing listing;

    FileItems(String sourceId, Listing listing) {
        this.sourceId = sourceId;
        this.listing = listing;
    }

    /** Adds a line; one that cannot be read is rejected. */
    void attempt(LineReader.Line line, long number) {
        String lineId = ItemId.feedEntry(sourceId, "line-" + number);
        listing.attempt(() -> lineId, line::bytes, () -> add(lineId, line, number));
    }

    private void add(String lineId, LineReader.Line line, long number) {
        if (line.cut()) {
            listing.reject(
                    lineId, line.bytes(), "Line " + number + " is longer than " + line.bytes().length + " bytes");
            return;
        }
        try {
            JsonNode json = SafeJson.read(line.bytes());
            String id = id(json);
            if (!json.isObject() || id.isEmpty()) {
                listing.reject(
                        lineId, line.bytes(), "Line " + number + " is not an object with an id, arXivId, doi or url");
                return;
            }
            listing.add(draft(json, id), line::bytes);
        } catch (JsonProcessingException malformed) {
            listing.reject(
                    lineId, line.bytes(), "Line " + number + " is not JSON (" + malformed.getOriginalMessage() + ")");
        }
    }

    private SourceItem.Builder draft(JsonNode json, String id) {
        int version = Math.max(
                1, json.path("version").asInt(arxiv(json).map(ArxivId::version).orElse(1)));
        String name = version > 1 && !id.endsWith("v" + version) ? id + "v" + version : id;
        SourceItem.Builder draft = listing.draft(ItemId.feedEntry(sourceId, name));
        String body = text(json, "body").isEmpty() ? text(json, "abstract") : text(json, "body");
        draft.setTitle(CleanText.line(text(json, "title")))
                .setBody(CleanText.paragraphs(body))
                .setIdentities(identities(json, id))
                .setAuthors(strings(json.path("authors")))
                .setCategories(strings(json.path("categories")))
                .setPublishedAt(FeedDate.parse(text(json, "publishedAt")).orElse(null))
                .setVersion(version);
        url(json).ifPresent(draft::setUrl);
        kind(text(json, "sourceKind")).ifPresent(draft::setSourceKind);
        if (!text(json, "sourceName").isEmpty()) {
            draft.setSourceName(CleanText.line(text(json, "sourceName")));
        }
        return draft;
    }

    private static String id(JsonNode json) {
        for (String name : List.of("id", "arxivId", "doi", "url")) {
            if (!text(json, name).isEmpty()) {
                return CleanText.line(text(json, name));
            }
        }
        return "";
    }

    private List<String> identities(JsonNode json, String id) {
        Set<Identity> identities = new TreeSet<>();
        identities.add(Identity.ofFeedEntry(sourceId, id));
        arxiv(json).map(ArxivId::identity).ifPresent(identities::add);
        Doi.parse(text(json, "doi")).map(Doi::identity).ifPresent(identities::add);
        Identity.ofUrl(text(json, "url")).ifPresent(identities::add);
        return identities.stream().map(Identity::toString).toList();
    }

    private static Optional<String> url(JsonNode json) {
        String url = text(json, "url");
        return url.startsWith("http://") || url.startsWith("https://")
                ? Optional.of(url)
                : arxiv(json).map(paper -> "https://arxiv.org/abs/" + paper.id());
    }

    private static Optional<ArxivId> arxiv(JsonNode json) {
        return ArxivId.parse(text(json, "arxivId"));
    }

    private static Optional<SourceKind> kind(String name) {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** An array of strings, or one string with commas. */
    private static List<String> strings(JsonNode json) {
        List<String> values = new ArrayList<>();
        if (json.isTextual()) {
            values.addAll(Arrays.asList(json.asText("").split(",", -1)));
        }
        json.forEach(value -> values.add(value.asText("")));
        return values.stream()
                .map(CleanText::line)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("").strip();
    }
}
