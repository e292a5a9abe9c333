package org.courant.publish.edition;

import java.util.Comparator;
import java.util.List;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;

/**
 * What an edition has to know of an entry.
 *
 * @param publishedAt milliseconds since 1970
 * @param sources names of the sources it appeared at, sorted, each once
 */
public record FiledEntry(
        String entryId,
        String sectionId,
        String sectionTitle,
        double rankScore,
        long publishedAt,
        String contentHash,
        List<String> sources) {
    /** The order within a section, as {@code DigestEntry.rankScore} promises it. */
    public static final Comparator<FiledEntry> BY_RANK = Comparator.comparingDouble(FiledEntry::rankScore)
            .thenComparingLong(FiledEntry::publishedAt)
            .reversed()
            .thenComparing(FiledEntry::entryId);

    public FiledEntry {
        sources = List.copyOf(sources);
    }

    public static FiledEntry of(DigestEntry entry) {
        return new FiledEntry(
                entry.getEntryId(),
                entry.getSection().getId(),
                entry.getSection().getTitle(),
                entry.getRankScore(),
                entry.getPublishedAt().toEpochMilli(),
                entry.getContentHash(),
                entry.getAppearances().stream()
                        .map(Appearance::getSourceName)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
