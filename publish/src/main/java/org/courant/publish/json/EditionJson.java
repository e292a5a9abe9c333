package org.courant.publish.json;

import java.util.List;
import org.courant.publish.page.Links;
import org.courant.schemas.DigestEdition;

/** An edition as JSON: the fields of the contract under their names. */
public record EditionJson(
        String date,
        List<SectionEntries> sections,
        int entryCount,
        List<Count> sourceCounts,
        List<Delivery> batches,
        boolean complete,
        String digestHash,
        String permalink) {
    public record SectionEntries(EntryJson.SectionName section, List<String> entryIds) {}

    public record Count(String sourceName, int entries) {}

    public record Delivery(String sourceName, int expected, int got) {}

    /** An edition in a list: without its entries. */
    public record Summary(String date, int entryCount, boolean complete, String digestHash, String permalink) {
        public static Summary of(DigestEdition edition) {
            return new Summary(
                    edition.getDate().toString(),
                    edition.getEntryCount(),
                    edition.getComplete(),
                    edition.getDigestHash(),
                    Links.toEdition(edition.getDate()));
        }
    }

    public static EditionJson of(DigestEdition edition) {
        return new EditionJson(
                edition.getDate().toString(),
                edition.getSections().stream()
                        .map(section -> new SectionEntries(
                                new EntryJson.SectionName(
                                        section.getSection().getId(),
                                        section.getSection().getTitle()),
                                section.getEntryIds()))
                        .toList(),
                edition.getEntryCount(),
                edition.getSourceCounts().stream()
                        .map(count -> new Count(count.getSourceName(), count.getEntries()))
                        .toList(),
                edition.getBatches().stream()
                        .map(batch -> new Delivery(batch.getSourceName(), batch.getExpected(), batch.getGot()))
                        .toList(),
                edition.getComplete(),
                edition.getDigestHash(),
                Links.toEdition(edition.getDate()));
    }
}
