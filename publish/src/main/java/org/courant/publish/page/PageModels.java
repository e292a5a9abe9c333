package org.courant.publish.page;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.courant.publish.view.DigestView;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;
import org.jspecify.annotations.Nullable;

/** Makes what pages show out of the view. Ages are reckoned here, from the clock, and nowhere earlier. */
public final class PageModels {
    /** A page of an edition shows this many entries of each section; the rest is one link away. */
    static final int SHOWN_OF_SECTION = 40;

    /** A page of a section shows this many entries. */
    static final int SHOWN_ON_PAGE = 100;

    private static final int OTHER_EDITIONS = 14;

    private final InstantSource clock;

    public PageModels(InstantSource clock) {
        this.clock = clock;
    }

    /** What the digest says while it has no edition. */
    public MessagePage empty(DigestView view) {
        return MessagePage.empty(SourceChip.all(view, clock.instant()));
    }

    /** The edition of a day; empty if there is none. */
    public Optional<EditionPage> edition(DigestView view, LocalDate date) {
        return view.edition(date).map(edition -> edition(view, edition));
    }

    private EditionPage edition(DigestView view, DigestEdition edition) {
        Instant now = clock.instant();
        List<DigestEdition> all = view.editions();
        List<SectionBlock> sections = edition.getSections().stream()
                .map(section -> block(view, edition, section, now))
                .toList();
        return new EditionPage(
                edition.getDate().toString(),
                Moment.longDay(edition.getDate()),
                facts(edition),
                edition.getComplete(),
                sections,
                SourceChip.all(view, now),
                all.stream()
                        .filter(other -> !other.getDate().equals(edition.getDate()))
                        .limit(OTHER_EDITIONS)
                        .map(EditionLink::of)
                        .toList(),
                link(all.stream()
                        .filter(other -> other.getDate().isAfter(edition.getDate()))
                        .reduce((newer, older) -> older)),
                link(all.stream()
                        .filter(other -> other.getDate().isBefore(edition.getDate()))
                        .findFirst()));
    }

    private static @Nullable EditionLink link(Optional<DigestEdition> edition) {
        return edition.map(EditionLink::of).orElse(null);
    }

    private static SectionBlock block(DigestView view, DigestEdition edition, EditionSection section, Instant now) {
        String id = section.getSection().getId();
        return new SectionBlock(
                Links.anchor(id),
                section.getSection().getTitle(),
                section.getEntryIds().size(),
                cards(view, section.getEntryIds().stream().limit(SHOWN_OF_SECTION), now),
                Links.toSection(edition.getDate(), id));
    }

    private static List<EntryCard> cards(DigestView view, Stream<String> ids, Instant now) {
        // An edition may be a moment ahead of the entries it lists.
        return ids.map(view::entry)
                .flatMap(Optional::stream)
                .map(entry -> EntryCard.of(entry, now))
                .toList();
    }

    private static String facts(DigestEdition edition) {
        return "%s · %s · %s"
                .formatted(
                        Plural.of(edition.getEntryCount(), "entry", "entries"),
                        Plural.of(edition.getSections().size(), "section", "sections"),
                        Plural.of(edition.getSourceCounts().size(), "source", "sources"));
    }

    /** A page of a section; empty if there is no such edition, section or page. */
    public Optional<SectionPage> section(DigestView view, LocalDate date, String sectionId, int number) {
        return view.edition(date)
                .flatMap(edition -> edition.getSections().stream()
                        .filter(section -> section.getSection().getId().equals(sectionId))
                        .findFirst()
                        .flatMap(section -> section(view, edition, section, number)));
    }

    private Optional<SectionPage> section(DigestView view, DigestEdition edition, EditionSection section, int number) {
        List<String> ids = section.getEntryIds();
        int pages = Math.max(1, (ids.size() + SHOWN_ON_PAGE - 1) / SHOWN_ON_PAGE);
        if (number < 1 || number > pages) {
            return Optional.empty();
        }
        return Optional.of(new SectionPage(
                EditionLink.of(edition),
                section.getSection().getTitle(),
                ids.size(),
                number,
                pages,
                Links.toSection(edition.getDate(), section.getSection().getId()),
                cards(view, ids.stream().skip((number - 1L) * SHOWN_ON_PAGE).limit(SHOWN_ON_PAGE), clock.instant())));
    }

    /** The page of an entry; empty if there is none. */
    public Optional<EntryPage> entry(DigestView view, String entryId) {
        return view.entry(entryId).map(this::entry);
    }

    private EntryPage entry(DigestEntry entry) {
        Instant now = clock.instant();
        return new EntryPage(
                EntryCard.of(entry, now),
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
                entry.getClassifiedBy(),
                entry.getSummarisedBy(),
                entry.getContentHash(),
                entry.getProvenance().stream()
                        .map(from -> "%s [%d] offset %d: %s"
                                .formatted(from.getTopic(), from.getPartition(), from.getOffset(), from.getItemId()))
                        .collect(Collectors.toList()));
    }

    private static EntryPage.Place place(Appearance appearance, Instant now) {
        Instant since = appearance.getPublishedAt();
        return new EntryPage.Place(
                appearance.getSourceName(),
                appearance.getUrl(),
                Links.toWeb(appearance.getUrl()).orElse(null),
                since == null ? null : Moment.of(since, now));
    }
}
