package org.courant.publish.web;

import java.util.List;
import org.courant.publish.page.Links;
import org.courant.schemas.DigestEdition;

/** An edition as JSON: the fields of the contract under their names. */
record EditionJson(
        String date,
        List<SectionEntries> sections,
        int entryCount,
        List<Count> sourceCounts,
        List<Delivery> batches,
        boolean complete,
        String digestHash,
        String permalink) {
    record SectionEntries(EntryJson.SectionName section, List<String> entryIds) {}

    record Count(String sourceName, int entries) {}

    record Delivery(String sourceName, int expected, int got) {}

    /** An edition in a list: without its entries. */
    record Summary(String date, int entryCount, boolean complete, String digestHash, String permalink) {
        static Summary of(DigestEdition edition) {
            return new Summary(
                    edition.getDate().toString(),
                    edition.getEntryCount(),
                    edition.getComplete(),
                    edition.getDigestHash(),
                    Links.toEdition(edition.getDate()));
        }
    }

    static EditionJson of(DigestEdition edition) {
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
