package org.courant.ingest.arxiv;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.courant.ingest.feed.XmlElement;
import org.courant.ingest.source.Listing;
import org.courant.schemas.SourceItem;
import org.courant.schemas.identity.Doi;
import org.courant.schemas.identity.Identity;
import org.courant.schemas.identity.ItemId;

/** Makes items of announced papers. */
final class ArxivItems {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s;]+");

    private final String category;
    private final Listing listing;

    ArxivItems(String category, Listing listing) {
        this.category = category;
        this.listing = listing;
    }

    /** Adds an entry; one that cannot be read is rejected. */
    void attempt(XmlElement entry) {
        listing.attempt(
                () -> "arxiv:" + AnnouncementReader.text(entry, "guid", "id") + "@" + category,
                entry::raw,
                () -> add(entry));
    }

    private void add(XmlElement entry) {
        Optional<Announcement> announced = AnnouncementReader.read(entry);
        if (announced.isEmpty()) {
            String name = AnnouncementReader.text(entry, "guid", "id");
            listing.reject("arxiv:" + name + "@" + category, entry.raw(), "'" + name + "' is not an arXiv id");
            return;
        }
        Announcement paper = announced.get();
        String itemId = ItemId.arxiv(paper.paper(), category);
        String linked = paper.link().map(link -> link.id()).orElse(paper.paper().id());
        if (!linked.equals(paper.paper().id())) {
            // Whichever is right, joining one paper's text to another's id would spoil both.
            listing.reject(
                    itemId, entry.raw(), "The entry is called " + paper.paper().id() + " and links to " + linked);
            return;
        }
        listing.add(draft(itemId, paper), entry::raw);
    }

    private SourceItem.Builder draft(String itemId, Announcement paper) {
        return listing.draft(itemId)
                .setIdentities(identities(paper))
                .setTitle(paper.title())
                .setBody(paper.summary())
                .setUrl("https://arxiv.org/abs/" + paper.paper().id())
                .setAuthors(paper.authors())
                .setCategories(paper.categories())
                .setPublishedAt(paper.published())
                .setVersion(Math.max(1, paper.paper().version()))
                .setAnnounceType(paper.announceType().isEmpty() ? null : paper.announceType())
                .setLicence(paper.licence().isEmpty() ? null : paper.licence())
                .setAttributes(paper.journal().isEmpty() ? Map.of() : Map.of("journalReference", paper.journal()));
    }

    private static List<String> identities(Announcement paper) {
        Set<Identity> identities = new TreeSet<>(Set.of(paper.paper().identity()));
        // Papers with several journal versions have several DOIs.
        for (String doi : SEPARATOR.split(paper.doi(), -1)) {
            Doi.parse(doi).map(Doi::identity).ifPresent(identities::add);
        }
        return identities.stream().map(Identity::toString).toList();
    }
}
