package org.courant.ingest.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feed, whatever its format was.
 *
 * @param title plain text on one line, may be empty
 * @param link the page that it is the feed of, absolute; empty where it names none
 * @param entries in the order of the document
 * @param ttl how long it asks to be left alone
 * @param skipHours hours of the day, in UTC, at which it asks to be left alone
 */
public record ParsedFeed(
        String title, String link, List<ParsedEntry> entries, Optional<Duration> ttl, Set<Integer> skipHours) {
    public ParsedFeed {
        entries = List.copyOf(entries);
        skipHours = Set.copyOf(skipHours);
    }
}
