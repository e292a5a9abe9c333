package org.courant.publish.json;

import java.time.Instant;
import java.util.List;
import org.courant.publish.page.Links;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/** An entry as JSON: the fields of the contract under their names, times as ISO 8601, and the path of its page. */
public record EntryJson(
        String entryId,
        String edition,
        SectionName section,
        double sectionConfidence,
        List<String> sectionReasons,
        String sourceKind,
        String sourceName,
        String title,
        String publishedTitle,
        String summary,
        String url,
        List<String> authors,
        String publishedAt,
        int version,
        List<String> categories,
        List<Place> appearances,
        List<String> absorbed,
        double rankScore,
        List<Term> rankTerms,
        String summarisedBy,
        String classifiedBy,
        String contentHash,
        List<Origin> provenance,
        String permalink) {
    public record SectionName(String id, String title) {}

    public record Place(
            String sourceName, String url, @Nullable String publishedAt) {}

    public record Term(String name, String detail, double points) {}

    public record Origin(String topic, int partition, long offset, String itemId) {}

    public static EntryJson of(DigestEntry entry) {
        return new EntryJson(
                entry.getEntryId(),
                entry.getEdition().toString(),
                new SectionName(entry.getSection().getId(), entry.getSection().getTitle()),
                entry.getSectionConfidence(),
                entry.getSectionReasons(),
                entry.getSourceKind().name(),
                entry.getSourceName(),
                entry.getTitle(),
                entry.getPublishedTitle(),
                entry.getSummary(),
                entry.getUrl(),
                entry.getAuthors(),
                entry.getPublishedAt().toString(),
                entry.getVersion(),
                entry.getCategories(),
                entry.getAppearances().stream()
                        .map(place -> new Place(place.getSourceName(), place.getUrl(), iso(place.getPublishedAt())))
                        .toList(),
                entry.getAbsorbed(),
                entry.getRankScore(),
                entry.getRankTerms().stream()
                        .map(term -> new Term(term.getName(), term.getDetail(), term.getPoints()))
                        .toList(),
                entry.getSummarisedBy(),
                entry.getClassifiedBy(),
                entry.getContentHash(),
                entry.getProvenance().stream()
                        .map(from ->
                                new Origin(from.getTopic(), from.getPartition(), from.getOffset(), from.getItemId()))
                        .toList(),
                Links.toEntry(entry.getEntryId()));
    }

    private static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
