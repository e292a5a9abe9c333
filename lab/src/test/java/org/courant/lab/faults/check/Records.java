package org.courant.lab.faults.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;
import org.courant.schemas.Member;
import org.courant.schemas.Provenance;
import org.courant.schemas.Rejection;
import org.courant.schemas.Section;
import org.courant.schemas.SourceCount;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.courant.schemas.hash.ContentHash;
import org.courant.schemas.serde.TrustedRecords;

/** Records that belong together: an item, its rejection, its story, the entry, the edition. */
final class Records {
    static final long TIME = Instant.parse("2026-06-24T12:00:00Z").toEpochMilli();
    static final String DAY = "2026-06-24";

    static {
        TrustedRecords.trust();
    }

    private Records() {}

    static SourceItem item(String id, String title) {
        return SourceItem.newBuilder()
                .setItemId("item-" + id)
                .setIdentities(List.of(id))
                .setSourceId("blog")
                .setSourceKind(SourceKind.MEDIA)
                .setSourceName("Blog")
                .setTitle(title)
                .setUrl("https://example.org/" + id)
                .setContentHash(Integer.toHexString(title.hashCode()))
                .setFetchedAt(Instant.ofEpochMilli(TIME))
                .build();
    }

    static Rejection rejection(String id) {
        return Rejection.newBuilder()
                .setItemId("item-" + id)
                .setRule("text")
                .setReason("It has neither title nor text.")
                .setTopic("t.source-items")
                .setPartition(0)
                .setOffset(0)
                .build();
    }

    static Story story(String id, String title, long offset) {
        Story story = Story.newBuilder()
                .setStoryId(id)
                .setMembers(List.of(new Member(
                        "item-" + id,
                        "blog",
                        SourceKind.MEDIA,
                        "Blog",
                        "https://example.org/" + id,
                        1,
                        null,
                        Instant.ofEpochMilli(TIME),
                        "first",
                        1.0,
                        null,
                        null,
                        "t.source-items",
                        0,
                        offset)))
                .setTitle(title)
                .setBody("Body.")
                .setUrl("https://example.org/" + id)
                .setSourceName("Blog")
                .setEventTime(Instant.ofEpochMilli(TIME))
                .setSectionId("agents")
                .setSectionTitle("Agents")
                .setSectionConfidence(0.5)
                .setClassifiedBy("c1")
                .setSummary("Summary.")
                .setSummarisedBy("s1")
                .setContentHash("")
                .build();
        Member member = story.getMembers().get(0);
        Story nowhere = Story.newBuilder(story)
                .setMembers(List.of(Member.newBuilder(member)
                        .setTopic("")
                        .setPartition(0)
                        .setOffset(0)
                        .build()))
                .build();
        return Story.newBuilder(story).setContentHash(ContentHash.of(nowhere)).build();
    }

    static DigestEntry entry(String id, String title, long offset) {
        DigestEntry entry = DigestEntry.newBuilder()
                .setEntryId(id)
                .setEdition(LocalDate.ofInstant(Instant.ofEpochMilli(TIME), ZoneOffset.UTC))
                .setSection(new Section("agents", "Agents"))
                .setSectionConfidence(0.5)
                .setSourceName("Blog")
                .setTitle(title)
                .setSummary("Summary.")
                .setUrl("https://example.org/" + id)
                .setPublishedAt(Instant.ofEpochMilli(TIME))
                .setAppearances(List.of(new Appearance("Blog", "https://example.org/" + id, null)))
                .setRankScore(0.5)
                .setSummarisedBy("s1")
                .setClassifiedBy("c1")
                .setContentHash("")
                .setProvenance(List.of(new Provenance("t.source-items", 0, offset, "item-" + id)))
                .build();
        return DigestEntry.newBuilder(entry)
                .setContentHash(ContentHash.of(entry))
                .build();
    }

    static DigestEdition edition(DigestEntry... entries) {
        List<DigestEntry> all = List.of(entries);
        return DigestEdition.newBuilder()
                .setDate(LocalDate.parse(DAY))
                .setSections(List.of(new EditionSection(
                        new Section("agents", "Agents"),
                        all.stream().map(DigestEntry::getEntryId).toList())))
                .setEntryCount(all.size())
                .setSourceCounts(List.of(new SourceCount("Blog", all.size())))
                .setDigestHash(ContentHash.ofAll(
                        all.stream().map(DigestEntry::getContentHash).toList()))
                .build();
    }

    /** As {@code /api/entries} and the stream give it. */
    static String json(DigestEntry entry) {
        return """
                {"entryId":"%s","edition":"%s","section":{"id":"agents","title":"Agents"},"sectionConfidence":0.5,\
                "sectionReasons":[],"sourceKind":"UNKNOWN","sourceName":"Blog","title":"%s","publishedTitle":"",\
                "summary":"Summary.","url":"%s","authors":[],"publishedAt":"%s","version":1,"categories":[],\
                "appearances":[{"sourceName":"Blog","url":"%s","publishedAt":null}],"absorbed":[],"rankScore":0.5,\
                "rankTerms":[],"summarisedBy":"s1","classifiedBy":"c1","contentHash":"%s",\
                "provenance":[{"topic":"t.source-items","partition":0,"offset":%d,"itemId":"item-%s"}],\
                "permalink":"/entries/x"}""".formatted(
                        entry.getEntryId(),
                        DAY,
                        entry.getTitle(),
                        entry.getUrl(),
                        entry.getPublishedAt(),
                        entry.getUrl(),
                        entry.getContentHash(),
                        entry.getProvenance().get(0).getOffset(),
                        entry.getEntryId());
    }
}
