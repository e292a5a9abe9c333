package org.courant.schemas.identity;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.courant.schemas.text.LowerCase;

/**
 * One name by which a work is known, written {@code kind:value} in records.
 *
 * <p>The natural order is strength: an arXiv id before a DOI, a DOI before a URL, and so on; names of one kind are
 * ordered by their characters. The first of a work's names in this order is its story id.
 */
public record Identity(Kind kind, String value) implements Comparable<Identity> {
    /** Kinds of names, strongest first. */
    public enum Kind {
        ARXIV,
        DOI,
        URL,
        FORUM,
        FEED;

        private final String prefix = name().toLowerCase(Locale.ROOT) + ":";
    }

    private static final Comparator<Identity> STRONGEST_FIRST =
            Comparator.comparing(Identity::kind).thenComparing(Identity::value);

    /** Reads what {@link #toString} writes. */
    public static Optional<Identity> parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix) && text.length() > kind.prefix.length()) {
                return Optional.of(new Identity(kind, text.substring(kind.prefix.length())));
            }
        }
        return Optional.empty();
    }

    /** The strongest name that a URL gives: an arXiv id or DOI that it stands for, else its canonical form. */
    public static Optional<Identity> ofUrl(String url) {
        return CanonicalUrl.parse(url).map(CanonicalUrl::identity);
    }

    /** A topic of a forum. */
    public static Identity ofTopic(String host, long topic) {
        return new Identity(Kind.FORUM, LowerCase.of(host) + "/" + topic);
    }

    /** An entry of a feed that has no better name. */
    public static Identity ofFeedEntry(String sourceId, String guid) {
        return new Identity(Kind.FEED, sourceId + ":" + guid);
    }

    @Override
    public int compareTo(Identity other) {
        return STRONGEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.prefix + value;
    }
}
