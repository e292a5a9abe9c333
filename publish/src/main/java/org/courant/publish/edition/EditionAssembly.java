package org.courant.publish.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.EditionSection;
import org.courant.schemas.Section;
import org.courant.schemas.SourceBatch;
import org.courant.schemas.SourceCount;
import org.courant.schemas.hash.ContentHash;

/** Makes the edition of a day from what is filed for it: a pure function of the set of filings. */
record EditionAssembly(SectionOrder order) {
    private static final Comparator<Filing.Delivery> BY_NAME =
            Comparator.comparing(Filing.Delivery::sourceName).thenComparing(Filing.Delivery::sourceId);

    DigestEdition edition(LocalDate date, List<FiledEntry> entries, List<Filing.Delivery> deliveries) {
        TreeMap<String, List<FiledEntry>> bySection = new TreeMap<>(order);
        TreeMap<String, Integer> bySource = new TreeMap<>();
        for (FiledEntry entry : entries) {
            bySection
                    .computeIfAbsent(entry.sectionId(), id -> new ArrayList<>())
                    .add(entry);
            entry.sources().forEach(source -> bySource.merge(source, 1, Integer::sum));
        }
        List<EditionSection> sections = new ArrayList<>();
        List<String> hashes = new ArrayList<>(entries.size());
        bySection.values().forEach(filed -> {
            filed.sort(FiledEntry.BY_RANK);
            sections.add(section(filed));
            filed.forEach(entry -> hashes.add(entry.contentHash()));
        });
        return DigestEdition.newBuilder()
                .setDate(date)
                .setSections(sections)
                .setEntryCount(entries.size())
                .setSourceCounts(bySource.entrySet().stream()
                        .map(count -> new SourceCount(count.getKey(), count.getValue()))
                        .toList())
                .setBatches(batches(deliveries))
                .setComplete(isComplete(deliveries))
                .setDigestHash(ContentHash.ofAll(hashes))
                .build();
    }

    /** While a title is being changed two may be in use; the first entry's is taken. */
    private static EditionSection section(List<FiledEntry> ranked) {
        FiledEntry first = ranked.get(0);
        return new EditionSection(
                new Section(first.sectionId(), first.sectionTitle()),
                ranked.stream().map(FiledEntry::entryId).toList());
    }

    private static List<SourceBatch> batches(List<Filing.Delivery> deliveries) {
        return deliveries.stream()
                .sorted(BY_NAME)
                .map(delivery -> new SourceBatch(delivery.sourceName(), delivery.expected(), delivery.got()))
                .toList();
    }

    private static boolean isComplete(List<Filing.Delivery> deliveries) {
        return !deliveries.isEmpty() && deliveries.stream().allMatch(delivery -> delivery.got() >= delivery.expected());
    }
}
