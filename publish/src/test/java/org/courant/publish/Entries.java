package org.courant.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;
import org.courant.schemas.Provenance;
import org.courant.schemas.Section;
import org.courant.schemas.SourceKind;
import org.courant.schemas.serde.TrustedRecords;

/** Entries and editions for tests: small, complete and alike but for what a test says. */
public final class Entries {
    static {
        TrustedRecords.trust();
    }

    private Entries() {}

    public static DigestEntry.Builder entry(String id) {
        return entry(id, Stories.MORNING);
    }

    public static DigestEntry.Builder entry(String id, Instant publishedAt) {
        return DigestEntry.newBuilder()
                .setEntryId(id)
                .setEdition(LocalDate.ofInstant(publishedAt, ZoneOffset.UTC))
                .setSection(new Section("agents", "Agents"))
                .setSectionConfidence(0.5)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv cs.AI")
                .setTitle("Title of " + id)
                .setSummary("Summary of " + id + ".")
                .setUrl("https://arxiv.org/abs/1")
                .setAuthors(List.of("Ann", "Bo"))
                .setPublishedAt(publishedAt)
                .setVersion(1)
                .setCategories(List.of("cs.AI"))
                .setAppearances(List.of(new Appearance("arXiv cs.AI", "https://arxiv.org/abs/1", publishedAt)))
                .setAbsorbed(List.of())
                .setRankScore(0.5)
                .setSummarisedBy("summariser/1")
                .setClassifiedBy("classifier/1")
                .setContentHash("hash of " + id)
                .setProvenance(List.of(new Provenance("source-items", 0, 7L, "item")));
    }

    /** Tables with these entries, and one edition that lists all of them in one section. */
    public static DigestTables digest(DigestEntry... entries) {
        DigestTables tables = new DigestTables();
        for (DigestEntry entry : entries) {
            tables.putEntry(entry.getEntryId(), entry);
        }
        if (entries.length > 0) {
            List<String> ids =
                    List.of(entries).stream().map(DigestEntry::getEntryId).toList();
            tables.putEdition(
                    "2026-06-24",
                    edition(LocalDate.of(2026, 6, 24), entries[0].getSection(), ids)
                            .build());
        }
        return tables;
    }

    public static DigestEdition.Builder edition(LocalDate date, Section section, List<String> ids) {
        return DigestEdition.newBuilder()
                .setDate(date)
                .setSections(List.of(new EditionSection(section, ids)))
                .setEntryCount(ids.size())
                .setDigestHash("digest hash");
    }
}
