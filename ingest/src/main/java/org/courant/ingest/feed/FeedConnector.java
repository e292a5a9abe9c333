package org.courant.ingest.feed;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
 * Reads a feed: the document at the source's URL, or where permanent redirects say that it has moved for as long as
 * there is a feed.
 */
public final class FeedConnector implements SourceConnector {
    /** The mark that tells which URL the cursor's movedTo was found under; a source may be given another. */
    private static final String MOVED_FROM = "movedFrom";

    @Override
    public Fetched poll(Poll poll) throws InterruptedException {
        Optional<URI> moved = movedTo(poll);
        if (moved.isEmpty()) {
            return first(poll, Conditions.of(poll.cursor()));
        }
        Fetched there = fetched(poll, poll.http().get(moved.get(), Conditions.of(poll.cursor()), Accept.FEED), moved);
        // A redirect may be taken back: the new place is dead then, or another's page. Its validators say nothing here.
        boolean lost = there instanceof Fetched.Failed || there instanceof Fetched.Gone;
        return lost ? first(poll, Conditions.NONE) : there;
    }

    private static Fetched first(Poll poll, Conditions conditions) throws InterruptedException {
        Optional<URI> uri = WebUri.parse(poll.source().getUrl());
        return uri.isEmpty()
                ? new Fetched.Failed("'" + poll.source().getUrl() + "' is not a URL; correct the source")
                : fetched(poll, poll.http().get(uri.get(), conditions, Accept.FEED), Optional.empty());
    }

    private static Fetched fetched(Poll poll, Answer answer, Optional<URI> moved) {
        if (!(answer instanceof Answer.Ok ok)) {
            return Unanswered.of(answer, poll);
        }
        FeedResult result = FeedReader.read(ok.body(), ok.contentType(), ok.finalUri());
        if (result instanceof FeedResult.Feed feed) {
            return items(poll, ok, feed.feed(), moved);
        }
        return new Fetched.Failed(ok.finalUri() + " " + ((FeedResult.NotAFeed) result).reason());
    }

    private static Fetched items(Poll poll, Answer.Ok ok, ParsedFeed feed, Optional<URI> moved) {
        CursorChange change = change(poll, ok, feed, moved);
        if (change.bodyHash().equals(Optional.ofNullable(poll.cursor().getBodyHash()))) {
            return new Fetched.NotModified(change);
        }
        Listing listing = new Listing(poll, ok.finalUri().toString());
        new FeedItems(poll.source().getId(), listing).add(feed);
        return listing.toItems(change, LocalDate.ofInstant(poll.now(), ZoneOffset.UTC), false);
    }

    private static CursorChange change(Poll poll, Answer.Ok ok, ParsedFeed feed, Optional<URI> moved) {
        Optional<String> movedTo = ok.permanentlyMovedTo().or(() -> moved).map(URI::toString);
        Map<String, String> marks = new HashMap<>(poll.cursor().getMarks());
        marks.remove(MOVED_FROM);
        movedTo.ifPresent(target -> marks.put(MOVED_FROM, poll.source().getUrl()));
        return new CursorChange(
                ok.etag(),
                ok.lastModified(),
                Optional.of(ContentHash.of(ok.body())),
                movedTo,
                marks,
                FeedPause.of(feed, ok.cacheMaxAge(), poll.now()));
    }

    private static Optional<URI> movedTo(Poll poll) {
        boolean ofThisUrl =
                poll.source().getUrl().equals(poll.cursor().getMarks().get(MOVED_FROM));
        return Optional.ofNullable(poll.cursor().getMovedTo())
                .filter(target -> ofThisUrl)
                .flatMap(WebUri::parse);
    }
}
