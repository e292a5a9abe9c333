package org.courant.publish.page;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.courant.publish.view.DigestView;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SourceStatus;

/**
 * Makes the cards of one page.
 *
 * @param now ages are reckoned from here
 * @param kinds kind of each known source, by name
 */
record Cards(Instant now, Map<String, SourceKind> kinds) {
    private static final int NAMED_AUTHORS = 3;
    private static final int HASH_CHARACTERS = 12;
    private static final String ARXIV = "arXiv ";

    static Cards of(DigestView view, Instant now) {
        return new Cards(now, kinds(view.sources()));
    }

    private static Map<String, SourceKind> kinds(Collection<SourceStatus> sources) {
        Map<String, SourceKind> kinds = new HashMap<>();
        sources.forEach(source -> kinds.put(source.getSourceName(), source.getSourceKind()));
        return kinds;
    }

    EntryCard card(DigestEntry entry) {
        return new EntryCard(
                entry.getEntryId(),
                hash(entry),
                badge(entry.getSourceKind()),
                entry.getSourceName(),
                Moment.of(entry.getPublishedAt(), now),
                entry.getTitle(),
                Links.toWeb(entry.getUrl()).orElse(null),
                entry.getSummary(),
                Links.toEntry(entry.getEntryId()),
                alsoIn(entry),
                discussed(entry),
                authors(entry.getAuthors()),
                entry.getVersion() > 1 ? "v" + entry.getVersion() : "",
                why(entry));
    }

    static String badge(SourceKind kind) {
        return kind == SourceKind.UNKNOWN ? "other" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String hash(DigestEntry entry) {
        String hash = entry.getContentHash();
        return hash.substring(0, Math.min(HASH_CHARACTERS, hash.length()));
    }

    private static Stream<Appearance> elsewhere(DigestEntry entry) {
        return entry.getAppearances().stream()
                .filter(place -> !place.getSourceName().equals(entry.getSourceName()));
    }

    /** A paper that a forum or a magazine took up is discussed there; a category that lists it too is not. */
    private boolean isDiscussion(DigestEntry entry, Appearance place) {
        SourceKind kind = kinds.getOrDefault(place.getSourceName(), SourceKind.UNKNOWN);
        return kind == SourceKind.FORUM || (kind == SourceKind.MEDIA && entry.getSourceKind() == SourceKind.ARXIV);
    }

    /** {@code cs.CL, cs.LG} beside an arXiv source: nobody needs to read "arXiv" three times. */
    private String alsoIn(DigestEntry entry) {
        boolean inArxiv = entry.getSourceName().startsWith(ARXIV);
        return elsewhere(entry)
                .filter(place -> !isDiscussion(entry, place))
                .map(Appearance::getSourceName)
                .distinct()
                .map(name -> inArxiv && name.startsWith(ARXIV) ? name.substring(ARXIV.length()) : name)
                .collect(Collectors.joining(", "));
    }

    private List<EntryCard.Mention> discussed(DigestEntry entry) {
        return elsewhere(entry)
                .filter(place -> isDiscussion(entry, place))
                .map(place -> new EntryCard.Mention(
                        place.getSourceName(), Links.toWeb(place.getUrl()).orElse(null)))
                .toList();
    }

    private static String authors(List<String> authors) {
        String named = authors.stream().limit(NAMED_AUTHORS).collect(Collectors.joining(", "));
        int others = authors.size() - NAMED_AUTHORS;
        return others > 0 ? named + " and " + others + " more" : named;
    }

    private static String why(DigestEntry entry) {
        return "Filed in %s by %s, %s sure%s. Summary by %s."
                .formatted(
                        entry.getSection().getTitle(),
                        entry.getClassifiedBy(),
                        Plural.percent(entry.getSectionConfidence()),
                        entry.getSectionReasons().isEmpty() ? "" : ": " + String.join(", ", entry.getSectionReasons()),
                        entry.getSummarisedBy());
    }
}
