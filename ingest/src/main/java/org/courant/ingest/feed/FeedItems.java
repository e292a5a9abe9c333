package org.courant.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.courant.ingest.source.Listing;
import org.courant.ingest.text.CleanText;
import org.courant.ingest.text.ContentHash;
import org.courant.schemas.SourceItem;
import org.courant.schemas.identity.CanonicalUrl;
import org.courant.schemas.identity.Doi;
import org.courant.schemas.identity.Identity;
import org.courant.schemas.identity.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * Makes items of a feed's entries.
 *
 * <p>An entry is called by its guid, else by its link, else by a hash of what it says. Of several entries with one name
 * the first keeps it, the others are called by name and link, or by name and hash; an entry that is there twice is the
 * same item twice.
 */
final class FeedItems {
    private static final int MAX_NAME = 500;

    private final String sourceId;
    private final Listing listing;
    private final Map<String, String> content = new HashMap<>();

    FeedItems(String sourceId, Listing listing) {
        this.sourceId = sourceId;
        this.listing = listing;
    }

    void add(ParsedFeed feed) {
        Set<String> shared = sharedLinks(feed);
        for (ParsedEntry entry : newestOfAFlood(feed.entries())) {
            if (entry.problem().isEmpty()) {
                listing.attempt(() -> unnamed(entry), entry.raw(), () -> add(entry, feed, shared));
            } else {
                listing.reject(unnamed(entry), entry.raw().get(), entry.problem());
            }
        }
    }

    /**
     * Of more entries than are kept, the newest come first, so that they are; an order of the feed's own is kept else.
     */
    private static List<ParsedEntry> newestOfAFlood(List<ParsedEntry> entries) {
        return entries.size() <= Listing.MAX_LISTED
                ? entries
                : entries.stream()
                        .sorted(Comparator.comparing(FeedItems::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .reversed())
                        .toList();
    }

    private static @Nullable Instant date(ParsedEntry entry) {
        return entry.published() == null ? entry.updated() : entry.published();
    }

    /** The id of an entry that could not be read as far as its name. */
    private String unnamed(ParsedEntry entry) {
        return ItemId.feedEntry(
                sourceId, "sha256:" + ContentHash.of(entry.raw().get()).substring(0, 32));
    }

    private void add(ParsedEntry entry, ParsedFeed feed, Set<String> sharedLinks) {
        String name = name(entry);
        SourceItem.Builder draft = listing.draft(ItemId.feedEntry(sourceId, name));
        String url = entry.link().isEmpty() ? feed.link() : entry.link();
        draft.setTitle(entry.title())
                .setBody(entry.text())
                .setUrl(url.isEmpty() ? draft.getUrl() : url)
                .setIdentities(identities(entry, name, !sharedLinks.contains(entry.link())))
                .setAuthors(entry.authors())
                .setCategories(entry.categories())
                .setPublishedAt(date(entry))
                .setUpdatedAt(entry.updated())
                .setLicence(entry.licence().isEmpty() ? null : entry.licence())
                .setAttributes(entry.attributes());
        listing.add(draft, entry.raw());
    }

    private String name(ParsedEntry entry) {
        String said = hash(entry.title() + "\n" + entry.text());
        String guid = entry.guid().isEmpty() ? entry.link() : entry.guid();
        String name = bounded(guid.isEmpty() ? said : CleanText.line(guid));
        for (String candidate : List.of(name, bounded(name + "|" + entry.link()), bounded(name + "|" + said))) {
            String known = content.putIfAbsent(candidate, entry.link() + "\n" + said);
            if (known == null || known.equals(entry.link() + "\n" + said)) {
                return candidate;
            }
        }
        return bounded(name + "|" + hash(entry.link() + "\n" + said));
    }

    private List<String> identities(ParsedEntry entry, String name, boolean ownLink) {
        Set<Identity> identities = new TreeSet<>();
        identities.add(Identity.ofFeedEntry(sourceId, name));
        Doi.parse(entry.doi()).map(Doi::identity).ifPresent(identities::add);
        if (ownLink) {
            Identity.ofUrl(entry.link()).ifPresent(identities::add);
        }
        return identities.stream().map(Identity::toString).toList();
    }

    /** Links that name no entry: the feed's own page, front pages, and those of several entries. */
    private static Set<String> sharedLinks(ParsedFeed feed) {
        Map<String, Set<String>> guids = feed.entries().stream()
                .collect(Collectors.groupingBy(
                        ParsedEntry::link, Collectors.mapping(FeedItems::said, Collectors.toSet())));
        return guids.entrySet().stream()
                .filter(link -> link.getValue().size() > 1
                        || isFrontPage(link.getKey())
                        || sameAddress(link.getKey(), feed.link()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String said(ParsedEntry entry) {
        return entry.guid().isEmpty() ? entry.title() : entry.guid();
    }

    private static boolean isFrontPage(String link) {
        return CanonicalUrl.parse(link)
                .filter(url -> !url.path().isEmpty() || !url.query().isEmpty())
                .isEmpty();
    }

    private static boolean sameAddress(String one, String other) {
        return !other.isEmpty() && CanonicalUrl.parse(one).equals(CanonicalUrl.parse(other));
    }

    private static String bounded(String name) {
        return name.length() > MAX_NAME ? hash(name) : name;
    }

    private static String hash(String text) {
        return "sha256:" + ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
