package org.courant.ingest.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.courant.ingest.feed.FeedDate;
import org.courant.ingest.feed.XmlElement;

/** A daily feed as arXiv serves it, in RSS or Atom. */
final class DailyFeed {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final XmlElement head;
    private final String entryName;

    private DailyFeed(XmlElement head, String entryName) {
        this.head = head;
        this.entryName = entryName;
    }

    /** The feed, if the document is one. */
    static Optional<DailyFeed> of(XmlElement root) {
        return switch (root.name()) {
            case "rss" -> root.child("channel").map(channel -> new DailyFeed(channel, "item"));
            case "feed" -> Optional.of(new DailyFeed(root, "entry"));
            default -> Optional.empty();
        };
    }

    List<XmlElement> entries() {
        return head.children().stream()
                .filter(child -> child.name().equals(entryName))
                .toList();
    }

    /** What arXiv says is wrong with the query; it says so in a feed. */
    Optional<String> error() {
        String title = AnnouncementReader.text(head, "title");
        String about = AnnouncementReader.text(head, "description", "subtitle");
        return title.startsWith("Feed error") ? Optional.of(about.isEmpty() ? title : about) : Optional.empty();
    }

    /** The day of the announcement in New York, by the papers, else by the feed, else by the clock. */
    LocalDate date(Instant now) {
        Instant midnight = entries().stream()
                .map(entry -> AnnouncementReader.text(entry, "pubDate", "published"))
                .flatMap(date -> FeedDate.parse(date).stream())
                .findFirst()
                .or(() -> FeedDate.parse(AnnouncementReader.text(head, "pubDate", "updated")))
                .orElse(now);
        return LocalDate.ofInstant(midnight, NEW_YORK);
    }
}
