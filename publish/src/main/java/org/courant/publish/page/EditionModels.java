package org.courant.publish.page;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.EntryFilter;
import org.courant.publish.view.Position;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;
import org.courant.schemas.SourceKind;
import org.jspecify.annotations.Nullable;

/** Makes the pages of editions and their sections. */
public final class EditionModels {
    /** A page of an edition shows so many entries in full, shared among its sections. */
    static final int SHOWN = 120;

    /** So many more as headlines; the rest is one link away. */
    static final int BRIEF = 480;

    /** A page of a section shows this many entries. */
    static final int SHOWN_ON_PAGE = 100;

    private final InstantSource clock;

    public EditionModels(InstantSource clock) {
        this.clock = clock;
    }

    /** A section of an edition and those of its entries that are asked for. */
    private record Choice(EditionSection section, List<DigestEntry> entries) {
        static Choice of(DigestView view, EditionSection section, EntryFilter filter) {
            // An edition may be a moment ahead of the entries it lists.
            return new Choice(
                    section,
                    section.getEntryIds().stream()
                            .map(view::entry)
                            .flatMap(Optional::stream)
                            .filter(filter::accepts)
                            .toList());
        }

        int size() {
            return entries.size();
        }
    }

    /**
     * The edition of a day; empty if there is none.
     *
     * @param kind shows only entries of this kind of source
     */
    public Optional<EditionPage> edition(DigestView view, LocalDate date, Optional<SourceKind> kind) {
        // The position comes first: what arrives while the page is made is then told to it, not kept from it.
        Position position = view.position();
        return view.edition(date).map(edition -> edition(view, edition, kind, position));
    }

    private EditionPage edition(DigestView view, DigestEdition edition, Optional<SourceKind> kind, Position position) {
        Instant now = clock.instant();
        List<DigestEdition> all = view.editions();
        List<Choice> everything = choices(view, edition, EntryFilter.ALL);
        List<Choice> chosen = kind.map(only -> choices(view, edition, EntryFilter.ALL.withKind(only)))
                .orElse(everything);
        return new EditionPage(
                edition.getDate().toString(),
                Moment.longDay(edition.getDate()),
                facts(edition),
                edition.getComplete(),
                KindFilter.links(
                        everything.stream()
                                .flatMap(choice -> choice.entries().stream())
                                .toList(),
                        Links.toEdition(edition.getDate()),
                        kind),
                blocks(edition, chosen, kind, Cards.of(view, now)),
                SourceStrip.of(view, now),
                CalendarMonth.around(edition.getDate(), all),
                link(all.stream()
                        .filter(other -> other.getDate().isAfter(edition.getDate()))
                        .reduce((newer, older) -> older)),
                link(all.stream()
                        .filter(other -> other.getDate().isBefore(edition.getDate()))
                        .findFirst()),
                now.truncatedTo(ChronoUnit.MINUTES).toString(),
                position.toString());
    }

    private static List<Choice> choices(DigestView view, DigestEdition edition, EntryFilter filter) {
        return edition.getSections().stream()
                .map(section -> Choice.of(view, section, filter))
                .filter(choice -> choice.size() > 0)
                .toList();
    }

    private static List<SectionBlock> blocks(
            DigestEdition edition, List<Choice> choices, Optional<SourceKind> kind, Cards cards) {
        List<Integer> full = new ReadingBudget(SHOWN)
                .share(choices.stream().map(Choice::size).toList());
        List<Integer> brief = new ReadingBudget(BRIEF)
                .share(IntStream.range(0, choices.size())
                        .mapToObj(i -> choices.get(i).size() - full.get(i))
                        .toList());
        List<SectionBlock> blocks = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String id = choice.section().getSection().getId();
            List<EntryCard> shown = choice.entries().stream()
                    .limit(full.get(i) + (long) brief.get(i))
                    .map(cards::card)
                    .toList();
            blocks.add(new SectionBlock(
                    Links.anchor(id),
                    choice.section().getSection().getTitle(),
                    choice.size(),
                    shown.subList(0, full.get(i)),
                    shown.subList(full.get(i), shown.size()),
                    KindFilter.with(Links.toSection(edition.getDate(), id), kind)));
        }
        return blocks;
    }

    private static @Nullable EditionLink link(Optional<DigestEdition> edition) {
        return edition.map(EditionLink::of).orElse(null);
    }

    private static String facts(DigestEdition edition) {
        return "%s · %s · %s"
                .formatted(
                        Plural.of(edition.getEntryCount(), "entry", "entries"),
                        Plural.of(edition.getSections().size(), "section", "sections"),
                        Plural.of(edition.getSourceCounts().size(), "source", "sources"));
    }

    /** A page of a section; empty if there is no such edition, section or page. */
    public Optional<SectionPage> section(
            DigestView view, LocalDate date, String sectionId, Optional<SourceKind> kind, int number) {
        return view.edition(date)
                .flatMap(edition -> edition.getSections().stream()
                        .filter(section -> section.getSection().getId().equals(sectionId))
                        .findFirst()
                        .flatMap(section -> section(view, edition, section, kind, number)));
    }

    private Optional<SectionPage> section(
            DigestView view, DigestEdition edition, EditionSection section, Optional<SourceKind> kind, int number) {
        Choice everything = Choice.of(view, section, EntryFilter.ALL);
        Choice chosen = kind.map(only -> Choice.of(view, section, EntryFilter.ALL.withKind(only)))
                .orElse(everything);
        int pages = Math.max(1, (chosen.size() + SHOWN_ON_PAGE - 1) / SHOWN_ON_PAGE);
        if (number < 1 || number > pages) {
            return Optional.empty();
        }
        String path = Links.toSection(edition.getDate(), section.getSection().getId());
        Cards cards = Cards.of(view, clock.instant());
        return Optional.of(new SectionPage(
                EditionLink.of(edition),
                section.getSection().getTitle(),
                chosen.size(),
                number,
                pages,
                KindFilter.links(everything.entries(), path, kind),
                number > 1 ? page(path, kind, number - 1) : null,
                number < pages ? page(path, kind, number + 1) : null,
                Links.toFeed(section.getSection().getId()),
                chosen.entries().stream()
                        .skip((number - 1L) * SHOWN_ON_PAGE)
                        .limit(SHOWN_ON_PAGE)
                        .map(cards::card)
                        .toList()));
    }

    private static String page(String path, Optional<SourceKind> kind, int number) {
        String chosen = KindFilter.with(path, kind);
        return chosen + (chosen.contains("?") ? "&" : "?") + "page=" + number;
    }
}
