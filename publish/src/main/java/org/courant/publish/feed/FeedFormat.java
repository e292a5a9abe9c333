package org.courant.publish.feed;

import java.util.Locale;
import java.util.Optional;

/** The formats in which a feed can be had. */
public enum FeedFormat {
    ATOM("application/atom+xml; charset=utf-8"),
    RSS("application/rss+xml; charset=utf-8"),
    JSON("application/feed+json; charset=utf-8");

    private final String mediaType;

    FeedFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public static Optional<FeedFormat> ofEnding(String ending) {
        for (FeedFormat format : values()) {
            if (format.ending().equals(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] write(Feed feed) {
        return switch (this) {
            case ATOM -> AtomFeed.write(feed);
            case RSS -> RssFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
        };
    }
}
