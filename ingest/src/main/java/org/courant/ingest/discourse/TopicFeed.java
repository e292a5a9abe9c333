package org.courant.ingest.discourse;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.courant.ingest.feed.FeedDate;
import org.courant.ingest.feed.XmlElement;
import org.courant.ingest.http.WebUri;
import org.courant.ingest.source.Attempt;
import org.courant.ingest.text.CleanText;

/**
 * A forum's feed of topics.
 *
 * @param entries what it lists, in its order
 * @param base address of the forum as the feed's links have it, without slash at the end; empty if there are none
 */
record TopicFeed(List<Entry> entries, String base) {
    private static final Pattern LINK = Pattern.compile("(https?://.+?)/t/(?:[^/?#]+/)?(\\d{1,18})(?:[/?#].*)?");

    /**
     * What a feed lists: a topic, or something that is none.
     *
     * @param problem why it is none; empty where it is one
     */
    record Entry(Optional<Topic> topic, String problem, XmlElement element) {}

    /** The feed, if the document is one. */
    static Optional<TopicFeed> of(XmlElement root) {
        Optional<XmlElement> channel = root.name().equals("rss") ? root.child("channel") : Optional.empty();
        return channel.map(TopicFeed::read);
    }

    private static TopicFeed read(XmlElement channel) {
        List<Entry> entries = new ArrayList<>();
        String base = "";
        for (XmlElement item : channel.children()) {
            if (item.name().equals("item")) {
                Matcher link = LINK.matcher(text(item, "link"));
                boolean named = link.matches();
                base = base.isEmpty() && named ? link.group(1) : base;
                entries.add(Attempt.of(
                        () -> entry(named ? topic(item, link) : Optional.empty(), item),
                        problem -> new Entry(Optional.empty(), problem, item)));
            }
        }
        return new TopicFeed(entries, base);
    }

    private static Entry entry(Optional<Topic> topic, XmlElement item) {
        return new Entry(topic, topic.isPresent() ? "" : "The entry links to no topic of a forum", item);
    }

    private static Optional<Topic> topic(XmlElement item, Matcher link) {
        return WebUri.parse(link.group())
                .map(URI::getAuthority)
                .map(host -> new Topic(
                        Long.parseLong(link.group(2)),
                        host,
                        link.group(),
                        CleanText.line(text(item, "title")),
                        userName(text(item, "creator")),
                        CleanText.line(text(item, "category")),
                        FirstPost.ofFeed(text(item, "description")),
                        FeedDate.parse(text(item, "pubDate")).orElse(null),
                        isYes(item, "topicClosed") || isYes(item, "topicArchived"),
                        isYes(item, "topicPinned")));
    }

    private static boolean isYes(XmlElement item, String flag) {
        return text(item, flag).equalsIgnoreCase("yes");
    }

    /** {@code jane}, {@code @jane} or {@code @jane Jane Doe}. */
    private static String userName(String creator) {
        String line = CleanText.line(creator);
        int end = line.indexOf(' ');
        return line.startsWith("@") ? line.substring(1, end < 0 ? line.length() : end) : line;
    }

    private static String text(XmlElement item, String name) {
        return item.child(name).map(XmlElement::text).map(String::strip).orElse("");
    }
}
