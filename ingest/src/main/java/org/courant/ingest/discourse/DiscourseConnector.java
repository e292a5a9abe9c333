package org.courant.ingest.discourse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.courant.ingest.feed.FeedReader;
import org.courant.ingest.feed.SafeXml;
import org.courant.ingest.feed.Xml;
import org.courant.ingest.http.Accept;
import org.courant.ingest.http.Answer;
import org.courant.ingest.http.Conditions;
import org.courant.ingest.http.WebUri;
import org.courant.ingest.source.CursorChange;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Listing;
import org.courant.ingest.source.Poll;
import org.courant.ingest.source.SourceConnector;
import org.courant.ingest.source.Unanswered;
import org.courant.ingest.text.ContentHash;
import org.courant.schemas.identity.ItemId;

/**
 * Reads a Discourse forum: its feed of latest topics, completed by its list of latest topics for tags and counts, and
 * for what moved past the feed's thirty places between two polls.
 *
 * <p>The feed is ordered by activity, so its dates say nothing of what is new; the mark {@code bumpedAt} is the newest
 * activity that has been read.
 */
public final class DiscourseConnector implements SourceConnector {
    private static final String MARK = "bumpedAt";

    @Override
    public Fetched poll(Poll poll) throws InterruptedException {
        Forum forum = new Forum(poll);
        Optional<URI> uri = forum.feed();
        if (uri.isEmpty()) {
            return new Fetched.Failed("'" + poll.source().getUrl() + "' is not a URL; correct the source");
        }
        Answer answer = poll.http().get(uri.get(), Conditions.of(poll.cursor()), Accept.FEED);
        if (!(answer instanceof Answer.Ok ok)) {
            return Unanswered.of(answer, poll);
        }
        CursorChange seen = seen(poll, ok);
        if (seen.bodyHash().equals(Optional.ofNullable(poll.cursor().getBodyHash()))) {
            return new Fetched.NotModified(seen);
        }
        Optional<TopicFeed> feed = SafeXml.parse(ok.body(), ok.contentType()) instanceof Xml.Parsed parsed
                ? TopicFeed.of(parsed.root())
                : Optional.empty();
        return feed.isEmpty()
                ? new Fetched.Failed(ok.finalUri() + " " + FeedReader.objection(ok, "is not RSS")
                        + "; check that the URL is the base of a Discourse forum that can be read without an account")
                : read(poll, forum, feed.get(), seen);
    }

    private static Fetched read(Poll poll, Forum forum, TopicFeed feed, CursorChange seen) throws InterruptedException {
        Optional<Instant> mark =
                Optional.ofNullable(poll.cursor().getMarks().get(MARK)).map(Instant::parse);
        Activities activities = Activities.since(mark, forum);
        if (activities.failure().isPresent()) {
            return Unanswered.of(activities.failure().get(), poll);
        }
        CategoryNames categories = new CategoryNames(forum);
        Listing listing = new Listing(poll, poll.source().getUrl());
        ForumItems items = new ForumItems(listing);
        addListed(feed, activities, categories, items);
        String base = feed.base().isEmpty()
                ? WebUri.withoutTrailingSlashes(poll.source().getUrl())
                : feed.base();
        MissedTopics.Progress progress =
                new MissedTopics(forum, base, categories).fetch(missed(feed, activities, mark), items);
        Optional<Instant> next = progress.mark().or(activities::newest).or(() -> mark);
        CursorChange change = (progress.mark().isEmpty() ? seen : CursorChange.none(poll.cursor()))
                .withMarks(marks(poll, next))
                .withAtLeast(pause(poll, progress, seen));
        boolean more = progress.mark().isPresent() && progress.obstacle().isEmpty();
        return listing.toItems(change, LocalDate.ofInstant(poll.now(), ZoneOffset.UTC), more);
    }

    private static void addListed(TopicFeed feed, Activities activities, CategoryNames categories, ForumItems items) {
        for (TopicFeed.Entry entry : feed.entries()) {
            if (entry.topic().isEmpty()) {
                items.reject("discourse:" + feed.base(), entry.element().raw(), entry.problem());
                continue;
            }
            Topic topic = entry.topic().get();
            Optional<TopicActivity> activity =
                    Optional.ofNullable(activities.byTopic().get(topic.id()));
            activity.ifPresent(known -> categories.learn(known.category(), topic.category()));
            items.attempt(
                    () -> ItemId.topic(topic.host(), topic.id()),
                    entry.element()::raw,
                    () -> items.add(topic, activity, entry.element()::raw));
        }
    }

    /** Topics that began after the mark; older ones were listed when they began, or before this forum was polled. */
    private static List<TopicActivity> missed(TopicFeed feed, Activities activities, Optional<Instant> mark) {
        Set<Long> listed = feed.entries().stream()
                .flatMap(entry -> entry.topic().stream())
                .map(Topic::id)
                .collect(Collectors.toSet());
        return activities.byTopic().values().stream()
                .filter(activity -> mark.isPresent() && activity.created().isAfter(mark.get()))
                .filter(activity -> !listed.contains(activity.id()))
                .toList();
    }

    private static Map<String, String> marks(Poll poll, Optional<Instant> next) {
        Map<String, String> marks = new HashMap<>(poll.cursor().getMarks());
        next.ifPresent(instant -> marks.put(MARK, instant.toString()));
        return marks;
    }

    /** What the obstacle asks for, else what the feed asks for. */
    private static Optional<Duration> pause(Poll poll, MissedTopics.Progress progress, CursorChange seen) {
        return progress.obstacle()
                .flatMap(answer ->
                        answer instanceof Answer.Throttled throttled ? throttled.retryAfter() : Optional.empty())
                .map(retry -> Duration.between(poll.now(), retry))
                .or(seen::atLeast);
    }

    private static CursorChange seen(Poll poll, Answer.Ok ok) {
        return new CursorChange(
                ok.etag(),
                ok.lastModified(),
                Optional.of(ContentHash.of(ok.body())),
                Optional.empty(),
                poll.cursor().getMarks(),
                ok.cacheMaxAge());
    }
}
