package org.courant.ingest.arxiv;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.courant.ingest.feed.FeedDate;
import org.courant.ingest.feed.XmlElement;
import org.courant.schemas.identity.ArxivCategory;
import org.courant.schemas.identity.ArxivId;
import org.courant.schemas.identity.CanonicalUrl;
import org.courant.schemas.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads an item of arXiv's RSS or an entry of its Atom, which carry the same under different names (<a
 * href="https://info.arxiv.org/help/rss_specifications.html">specification</a>).
 */
final class AnnouncementReader {
    /** What precedes the abstract: {@code arXiv:2203.01250v3 Announce Type: replace \nAbstract: }. */
    private static final Pattern PREFIX = Pattern.compile(
            "\\s*arXiv:(?P<id>\\S+)\\s+Announce Type:\\s*(?P<type>[\\w-]+)\\s+(?:Abstract:\\s*)?(?P<abstract>.*)",
            Pattern.DOTALL);

    private static final Pattern LINE_WRAP = Pattern.compile("[ \\t]*[\\n\\r\\f\\x0b\\x85\\x{2028}\\x{2029}]\\s*");

    private AnnouncementReader() {}

    /** The paper; empty where nothing names one. */
    static Optional<Announcement> read(XmlElement item) {
        String description = text(item, "description", "summary");
        Matcher prefix = PREFIX.matcher(description);
        boolean prefixed = prefix.matches();
        Optional<ArxivId> paper = ArxivId.parse(text(item, "guid", "id"))
                .or(() -> prefixed ? ArxivId.parse(prefix.group("id")) : Optional.empty());
        String type = text(item, "announce_type");
        return paper.map(id -> new Announcement(
                id,
                linked(item),
                unwrapped(text(item, "title")),
                unwrapped(prefixed ? prefix.group("abstract") : description),
                AuthorList.split(text(item, "creator")),
                categories(item),
                type.isEmpty() && prefixed ? prefix.group("type") : type,
                published(item),
                text(item, "DOI"),
                text(item, "journal_reference"),
                text(item, "rights")));
    }

    private static Optional<ArxivId> linked(XmlElement item) {
        return item.child("link")
                .map(link -> link.attribute("href").orElseGet(link::text))
                .flatMap(CanonicalUrl::parse)
                .map(CanonicalUrl::identity)
                .filter(identity -> identity.kind() == Identity.Kind.ARXIV)
                .flatMap(identity -> ArxivId.parse(identity.value()));
    }

    private static List<String> categories(XmlElement item) {
        return item.children().stream()
                .filter(child -> child.name().equals("category"))
                .map(category -> category.attribute("term").orElseGet(category::text))
                .map(ArxivCategory::canonical)
                .filter(category -> !category.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable Instant published(XmlElement item) {
        return FeedDate.parse(text(item, "pubDate", "published")).orElse(null);
    }

    /** The text of the first child that has one of these names. */
    static String text(XmlElement parent, String... names) {
        for (String name : names) {
            Optional<String> text = parent.child(name).map(XmlElement::text);
            if (text.isPresent()) {
                return text.get().strip();
            }
        }
        return "";
    }

    /** Only line wraps go: white space inside a line may be TeX's. */
    private static String unwrapped(String text) {
        return LINE_WRAP.matcher(text.strip()).replaceAll(" ");
    }
}
