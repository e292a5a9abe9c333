package org.courant.publish.web;

import java.time.Instant;
import java.util.List;
import org.courant.publish.page.Links;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/** An entry as JSON: the fields of the contract under their names, times as ISO 8601, and the path of its page. */
record EntryJson(
        String entryId,
        String edition,
        SectionName section,
        double sectionConfidence,
        List<String> sectionReasons,
        String sourceKind,
        String sourceName,
        String title,
        String summary,
        String url,
        List<String> authors,
        String publishedAt,
        int version,
        List<String> categories,
        List<Place> appearances,
        List<String> absorbed,
        double rankScore,
        String summarisedBy,
        String classifiedBy,
        String contentHash,
        List<Origin> provenance,
        String permalink) {
    record SectionName(String id, String title) {}

    record Place(String sourceName, String url, @Nullable String publishedAt) {}

    record Origin(String topic, int partition, long offset, String itemId) {}

    static EntryJson of(DigestEntry entry) {
        return new EntryJson(
                entry.getEntryId(),
                entry.getEdition().toString(),
                new SectionName(entry.getSection().getId(), entry.getSection().getTitle()),
                entry.getSectionConfidence(),
                entry.getSectionReasons(),
                entry.getSourceKind().name(),
                entry.getSourceName(),
                entry.getTitle(),
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
