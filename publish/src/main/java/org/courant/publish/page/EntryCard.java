package org.courant.publish.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a page shows it; all texts are plain and are escaped by the template.
 *
 * @param badge kind of the source, which is also a class of the style sheet
 * @param href where the title leads; null if the entry has no address on the web
 * @param permalink path of the entry's own page
 * @param alsoIn other places where it appeared, empty if none
 * @param authors some authors in one line, empty if none are known
 * @param version {@code v2}, empty for a first version
 */
public record EntryCard(
        String badge,
        String sourceName,
        Moment published,
        String title,
        @Nullable String href,
        String summary,
        String permalink,
        String alsoIn,
        String authors,
        String version) {
    private static final int NAMED_AUTHORS = 3;
    private static final String ARXIV = "arXiv ";

    static EntryCard of(DigestEntry entry, Instant now) {
        return new EntryCard(
                badge(entry.getSourceKind()),
                entry.getSourceName(),
                Moment.of(entry.getPublishedAt(), now),
                entry.getTitle(),
                link(entry).orElse(null),
                entry.getSummary(),
                Links.toEntry(entry.getEntryId()),
                alsoIn(entry),
                authors(entry.getAuthors()),
                entry.getVersion() > 1 ? "v" + entry.getVersion() : "");
    }

    private static Optional<String> link(DigestEntry entry) {
        return Links.toWeb(entry.getUrl());
    }

    static String badge(SourceKind kind) {
        return kind == SourceKind.UNKNOWN ? "other" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** {@code cs.CL, cs.LG} beside an arXiv source: nobody needs to read "arXiv" three times. */
    private static String alsoIn(DigestEntry entry) {
        boolean inArxiv = entry.getSourceName().startsWith(ARXIV);
        return entry.getAppearances().stream()
                .map(Appearance::getSourceName)
                .filter(name -> !name.equals(entry.getSourceName()))
                .distinct()
                .map(name -> inArxiv && name.startsWith(ARXIV) ? name.substring(ARXIV.length()) : name)
                .collect(Collectors.joining(", "));
    }

    private static String authors(List<String> authors) {
        String named = authors.stream().limit(NAMED_AUTHORS).collect(Collectors.joining(", "));
        int others = authors.size() - NAMED_AUTHORS;
        return others > 0 ? named + " and " + others + " more" : named;
    }
}
