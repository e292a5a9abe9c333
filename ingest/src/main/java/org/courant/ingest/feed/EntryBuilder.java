package org.courant.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.courant.ingest.http.WebUri;
import org.courant.ingest.source.Attempt;
import org.courant.ingest.text.CleanText;
import org.courant.ingest.text.Excerpt;
import org.courant.ingest.text.HtmlText;
import org.courant.schemas.identity.Doi;
import org.courant.schemas.text.LowerCase;

/**
 * Gathers what the elements of an entry say. Of several that say the same thing, the one with the higher rank counts.
 */
final class EntryBuilder {
    private static final int MAX_NAME = 1_000;

    private final Ranked<String> guid = new Ranked<>();
    private final Ranked<String> link = new Ranked<>();
    private final Ranked<String> title = new Ranked<>();
    private final Ranked<String> text = new Ranked<>();
    private final Ranked<Instant> published = new Ranked<>();
    private final Ranked<Instant> updated = new Ranked<>();
    private final Ranked<String> doi = new Ranked<>();
    private final Ranked<String> licence = new Ranked<>();
    private final Set<String> authors = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private String problem = "";

    void guid(String value, int rank) {
        guid.offer(value.strip(), rank, !value.isBlank());
    }

    /** A link that may be relative; only http and https are kept. */
    void link(String value, URI base, int rank) {
        String absolute = webLink(value, base);
        link.offer(absolute, rank, !absolute.isEmpty());
    }

    /** An id, which may be an address: then that of its page. */
    void linkOfId(String id, URI base, int rank) {
        if (isAddress(id)) {
            link(id, base, rank);
        }
    }

    void title(TextConstruct value, int rank) {
        String line = value.line();
        title.offer(line, rank, !line.isEmpty());
    }

    void text(TextConstruct value, int rank) {
        if (text.wouldTake(rank)) {
            String paragraphs = value.paragraphs();
            text.offer(paragraphs, rank, !paragraphs.isEmpty());
        }
    }

    void published(String value, int rank) {
        FeedDate.parse(value).ifPresent(instant -> published.offer(instant, rank, true));
    }

    void updated(String value, int rank) {
        FeedDate.parse(value).ifPresent(instant -> updated.offer(instant, rank, true));
    }

    void author(String value) {
        for (String name : PersonNames.of(shortLine(value))) {
            if (authors.stream().noneMatch(name::equalsIgnoreCase)) {
                authors.add(name);
            }
        }
    }

    void category(String value) {
        String line = shortLine(value);
        if (!line.isEmpty()) {
            categories.add(line);
        }
    }

    /** A name that may be a DOI. */
    void identifier(String value) {
        Doi.parse(value).ifPresent(name -> doi.offer(name.name(), 1, true));
    }

    void licence(String value) {
        String url = value.strip();
        licence.offer(url, 1, url.startsWith("http://") || url.startsWith("https://"));
    }

    void attribute(String name, String value) {
        String line = CleanText.line(value);
        if (!line.isEmpty()) {
            attributes.putIfAbsent(name, line);
        }
    }

    boolean hasAuthors() {
        return !authors.isEmpty();
    }

    ParsedEntry build(Supplier<byte[]> raw) {
        return new ParsedEntry(
                guid.orElse(""),
                link.orElse(""),
                title.orElse(""),
                text.orElse(""),
                authors.stream().toList(),
                categories.stream().toList(),
                published.value(),
                updated.value(),
                doi.orElse(""),
                licence.orElse(""),
                attributes,
                problem,
                raw);
    }

    /** Reads an entry; whatever that throws is the problem of this entry alone. */
    static ParsedEntry attempt(Supplier<ParsedEntry> reading, Supplier<byte[]> raw) {
        return Attempt.of(reading, problem -> {
            EntryBuilder unread = new EntryBuilder();
            unread.problem = problem;
            return unread.build(raw);
        });
    }

    /** An absolute http or https address; empty if it is none. */
    static String webLink(String value, URI base) {
        String address = CleanText.visible(value).strip();
        Optional<URI> uri = address.isEmpty() ? Optional.empty() : WebUri.resolve(base, address);
        return uri.filter(found ->
                        "http".equalsIgnoreCase(found.getScheme()) || "https".equalsIgnoreCase(found.getScheme()))
                .map(URI::toString)
                .orElse("");
    }

    private static boolean isAddress(String value) {
        String start = LowerCase.of(value.strip());
        return start.startsWith("http://") || start.startsWith("https://");
    }

    private static String shortLine(String value) {
        String bounded = Excerpt.of(value.strip(), MAX_NAME);
        return HtmlText.isLikely(bounded) ? HtmlText.toLine(bounded) : CleanText.line(bounded);
    }
}
