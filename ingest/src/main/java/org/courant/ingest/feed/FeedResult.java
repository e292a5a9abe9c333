package org.courant.ingest.feed;

/** What reading a document as a feed comes to. */
public sealed interface FeedResult {
    /** A feed, possibly without entries. */
    record Feed(ParsedFeed feed) implements FeedResult {}

    /** Something else; the reason fits after the name of the document. */
    record NotAFeed(String reason) implements FeedResult {}
}
