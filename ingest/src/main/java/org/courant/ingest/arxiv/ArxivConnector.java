package org.courant.ingest.arxiv;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.courant.ingest.feed.FeedReader;
import org.courant.ingest.feed.SafeXml;
import org.courant.ingest.feed.Xml;
import org.courant.ingest.feed.XmlElement;
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

/**
 * Reads the daily feed of an arXiv category: {@code <source.url>/<format>/<category>}.
 *
 * <p>Options: {@code category} such as {@code cs.AI} or {@code cs.AI+cs.CL}; {@code format}, {@code rss} (the default)
 * or {@code atom}.
 */
public final class ArxivConnector implements SourceConnector {
    private static final Set<String> FORMATS = Set.of("rss", "atom");
    /** arXiv asks robots to stop at a 403 and takes those that go on for attackers. */
    private static final Duration AFTER_REFUSAL = Duration.ofHours(24);

    @Override
    public Fetched poll(Poll poll) throws InterruptedException {
        Map<String, String> options = poll.source().getOptions();
        String category = options.getOrDefault("category", "");
        String format = options.getOrDefault("format", "rss");
        if (category.isBlank() || !FORMATS.contains(format)) {
            return new Fetched.Failed("The source " + poll.source().getId() + " has the category '" + category
                    + "' and the format '" + format + "'; it needs a category such as cs.AI, and rss or atom");
        }
        Optional<URI> uri =
                WebUri.parse(WebUri.withoutTrailingSlashes(poll.source().getUrl()) + "/" + format + "/" + category);
        if (uri.isEmpty()) {
            return new Fetched.Failed("'" + poll.source().getUrl() + "' is not a URL; correct the source");
        }
        return fetched(poll, category, poll.http().get(uri.get(), Conditions.of(poll.cursor()), Accept.FEED));
    }

    private static Fetched fetched(Poll poll, String category, Answer answer) {
        if (answer instanceof Answer.Ok ok) {
            return read(poll, category, ok);
        }
        if (answer instanceof Answer.Failed failed && failed.status() == 403) {
            return new Fetched.Throttled(Optional.of(poll.now().plus(AFTER_REFUSAL)), failed.reason());
        }
        if (answer instanceof Answer.Failed failed) {
            return new Fetched.Failed(feedError(failed).orElse(failed.reason()));
        }
        return Unanswered.of(answer, poll);
    }

    /** A bad category is answered with status 400 and a well-formed feed that says what is wrong. */
    private static Optional<String> feedError(Answer.Failed failed) {
        return failed.body()
                .flatMap(body -> feed(body, ""))
                .flatMap(DailyFeed::error)
                .map(error -> failed.reason() + ": " + error);
    }

    private static Optional<DailyFeed> feed(byte[] body, String contentType) {
        return SafeXml.parse(body, contentType) instanceof Xml.Parsed parsed
                ? DailyFeed.of(parsed.root())
                : Optional.empty();
    }

    private static Fetched read(Poll poll, String category, Answer.Ok ok) {
        Optional<DailyFeed> feed = feed(ok.body(), ok.contentType());
        if (feed.isEmpty()) {
            return new Fetched.Failed(ok.finalUri() + " " + FeedReader.objection(ok, "is no feed of arXiv")
                    + "; check the URL of the source");
        }
        Optional<String> error = feed.get().error();
        return error.isPresent()
                ? new Fetched.Failed(ok.finalUri() + " is an error feed: " + error.get())
                : items(poll, category, ok, feed.get());
    }

    private static Fetched items(Poll poll, String category, Answer.Ok ok, DailyFeed feed) {
        CursorChange change = new CursorChange(
                ok.etag(),
                ok.lastModified(),
                Optional.of(ContentHash.of(ok.body())),
                Optional.empty(),
                poll.cursor().getMarks(),
                ok.cacheMaxAge());
        if (change.bodyHash().equals(Optional.ofNullable(poll.cursor().getBodyHash()))) {
            return new Fetched.NotModified(change);
        }
        Listing listing = new Listing(poll, ok.finalUri().toString());
        ArxivItems items = new ArxivItems(category, listing);
        for (XmlElement entry : feed.entries()) {
            items.attempt(entry);
        }
        return listing.toItems(change, feed.date(poll.now()), false);
    }
}
