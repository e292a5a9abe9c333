package org.courant.publish;

import java.time.Instant;
import java.util.List;
import org.courant.schemas.Member;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.courant.schemas.serde.TrustedRecords;

/** Stories for tests: small, complete and alike but for what a test says. */
public final class Stories {
    public static final Instant MORNING = Instant.parse("2026-06-24T06:00:00Z");

    static {
        TrustedRecords.trust();
    }

    private Stories() {}

    /** A paper that one category lists. */
    public static Story.Builder story(String id) {
        return Story.newBuilder()
                .setStoryId(id)
                .setMembers(List.of(member(id, "arXiv cs.LG").build()))
                .setAbsorbed(List.of())
                .setTitle("Title of " + id)
                .setBody("Body of " + id)
                .setUrl("https://arxiv.org/abs/" + id)
                .setAuthors(List.of("Ann", "Bo"))
                .setCategories(List.of("cs.LG"))
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv cs.LG")
                .setVersion(1)
                .setEventTime(MORNING)
                .setSectionId("training-methods")
                .setSectionTitle("Training methods")
                .setSectionConfidence(0.5)
                .setSectionScores(List.of())
                .setClassifiedBy("classifier/1")
                .setSummary("Summary of " + id + ".")
                .setSummarisedBy("summariser/1")
                .setContentHash("");
    }

    public static Member.Builder member(String storyId, String sourceName) {
        return Member.newBuilder()
                .setItemId(storyId + "@" + sourceName)
                .setSourceId(sourceName)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName(sourceName)
                .setUrl("https://arxiv.org/abs/" + storyId)
                .setVersion(1)
                .setPublishedAt(MORNING)
                .setFirstSeen(MORNING)
                .setRule("identity")
                .setScore(1.0)
                .setPartner(null)
                .setTopic("source-items")
                .setPartition(0)
                .setOffset(7L);
    }
}
