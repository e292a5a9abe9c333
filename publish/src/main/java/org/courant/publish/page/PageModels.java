package org.courant.publish.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.EntryFilter;
import org.courant.publish.view.SearchKey;
import org.courant.publish.view.SearchResult;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;

/** Makes pages of single entries, of searches and of nothing. Ages are reckoned from the clock, and nowhere earlier. */
public final class PageModels {
    private static final int FOUND_ON_PAGE = 30;

    private final InstantSource clock;

    public PageModels(InstantSource clock) {
        this.clock = clock;
    }

    /** What the digest says while it has no edition. */
    public MessagePage empty(DigestView view) {
        return MessagePage.empty(SourceStrip.of(view, clock.instant()));
    }

    /** The page of an entry; empty if there is none. */
    public Optional<EntryPage> entry(DigestView view, String entryId) {
        return view.entry(entryId).map(entry -> entry(view, entry));
    }

    private EntryPage entry(DigestView view, DigestEntry entry) {
        Instant now = clock.instant();
        return new EntryPage(
                Cards.of(view, now).card(entry),
                new EditionLink(
                        Links.toEdition(entry.getEdition()),
                        Moment.shortDay(entry.getEdition()),
                        entry.getEdition().toString(),
                        0),
                entry.getSection().getTitle(),
                Links.toSection(entry.getEdition(), entry.getSection().getId()),
                entry.getEntryId(),
                "/api" + Links.toEntry(entry.getEntryId()),
                String.join(", ", entry.getAuthors()),
                String.join(", ", entry.getCategories()),
                entry.getAppearances().stream().map(place -> place(place, now)).toList(),
                entry.getAbsorbed(),
                entry.getPublishedTitle().equals(entry.getTitle()) ? "" : entry.getPublishedTitle(),
                entry.getClassifiedBy(),
                Plural.percent(entry.getSectionConfidence()),
                String.join(", ", entry.getSectionReasons()),
                entry.getRankTerms().stream()
                        .map(term -> String.format(
                                Locale.ROOT, "%s %s: %+.2f", term.getName(), term.getDetail(), term.getPoints()))
                        .toList(),
                entry.getSummarisedBy(),
                entry.getContentHash(),
                entry.getProvenance().stream()
                        .map(from -> "%s [%d] offset %d: %s"
                                .formatted(from.getTopic(), from.getPartition(), from.getOffset(), from.getItemId()))
                        .toList());
    }

    private static EntryPage.Place place(Appearance appearance, Instant now) {
        Instant since = appearance.getPublishedAt();
        return new EntryPage.Place(
                appearance.getSourceName(),
                appearance.getUrl(),
                Links.toWeb(appearance.getUrl()).orElse(null),
                since == null ? null : Moment.of(since, now));
    }

    /**
     * What a search finds.
     *
     * @param query as it was typed; blank before anything has been
     * @param kind shows only entries of this kind of source
     * @param after the last result of the page before
     */
    public SearchPage search(DigestView view, String query, Optional<SourceKind> kind, Optional<SearchKey> after) {
        EntryFilter filter = kind.map(EntryFilter.ALL::withKind).orElse(EntryFilter.ALL);
        // One more than is shown tells whether there is a next page.
        SearchResult result =
                query.isBlank() ? new SearchResult(List.of(), 0) : view.search(query, filter, after, FOUND_ON_PAGE + 1);
        List<SearchResult.Hit> hits =
                result.hits().subList(0, Math.min(FOUND_ON_PAGE, result.hits().size()));
        Cards cards = Cards.of(view, clock.instant());
        return new SearchPage(
                query,
                query.isBlank() ? "" : Plural.of(result.total(), "entry", "entries"),
                KindFilter.ofSearch(query, kind),
                hits.stream().map(hit -> cards.card(hit.entry())).toList(),
                result.hits().size() > FOUND_ON_PAGE
                        ? Links.toSearch(query, kind) + "&cursor="
                                + hits.get(hits.size() - 1).key().cursor()
                        : null);
    }
}
