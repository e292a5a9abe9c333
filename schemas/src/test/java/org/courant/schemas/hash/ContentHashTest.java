package org.courant.schemas.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Provenance;
import org.courant.schemas.RankTerm;
import org.courant.schemas.Section;
import org.courant.schemas.SeenItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.serde.TrustedRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentHashTest {
    static {
        TrustedRecords.trust();
    }

    @Test
    void theHashOfAnEntryIsTheOneThatAnIndependentProgramComputes() {
        // Computed from the Javadoc of ContentHash by a few lines of Python.
        assertThat(ContentHash.of(entry().build()))
                .isEqualTo("8564f1fc9c8dd2bb914671d11c9e90a400c35b9ff17aae524db27edd4f4dd215");
    }

    @Test
    void theHashThatStandsInTheRecordAndWhatFollowsItDoNotCount() {
        DigestEntry other = entry().setContentHash("x")
                .setProvenance(List.of(new Provenance("t", 1, 2L, "i")))
                .build();
        assertThat(ContentHash.of(other)).isEqualTo(ContentHash.of(entry().build()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyFieldBeforeItCounts(Consumer<DigestEntry.Builder> change) {
        DigestEntry.Builder changed = entry();
        change.accept(changed);
        assertThat(ContentHash.of(changed.build())).isNotEqualTo(ContentHash.of(entry().build()));
    }

    static Stream<Consumer<DigestEntry.Builder>> changes() {
        return Stream.of(
                e -> e.setEntryId("arxiv:2"),
                e -> e.setEdition(LocalDate.of(2026, 6, 25)),
                e -> e.setSection(new Section("agents", "Training")),
                e -> e.setSectionConfidence(0.5),
                e -> e.setSectionReasons(List.of("policy gradient")),
                e -> e.setSourceKind(SourceKind.FORUM),
                e -> e.setSourceName("x"),
                e -> e.setTitle("x"),
                e -> e.setSummary("x"),
                e -> e.setUrl("x"),
                e -> e.setAuthors(List.of("Ann", "Bo", "")),
                e -> e.setAuthors(List.of("AnnBo")),
                e -> e.setPublishedAt(Instant.EPOCH),
                e -> e.setVersion(3),
                e -> e.setCategories(List.of()),
                e -> e.setAppearances(List.of(new Appearance("arXiv cs.LG", "https://arxiv.org/abs/1", Instant.EPOCH))),
                e -> e.setAbsorbed(List.of()),
                e -> e.setRankScore(2.0),
                e -> e.setSummarisedBy("x"),
                e -> e.setClassifiedBy("x"),
                e -> e.setRankTerms(List.of(new RankTerm("sources", "2", 0.1))),
                e -> e.setPublishedTitle("x"));
    }

    @Test
    void twoFieldsDoNotRunIntoEachOther() {
        assertThat(ContentHash.of(entry().setTitle("ab").setSummary("c").build()))
                .isNotEqualTo(
                        ContentHash.of(entry().setTitle("a").setSummary("bc").build()));
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(ContentHash.of(entry().setRankScore(-0.0).build()))
                .isEqualTo(ContentHash.of(entry().setRankScore(0.0).build()));
    }

    @Test
    void theHashOfADigestIsWhatSha256sumPrints() {
        // printf '%s\n' aa bb | sha256sum
        assertThat(ContentHash.ofAll(List.of("aa", "bb")))
                .isEqualTo("329d670e59ead1543a2d36865895972560bc434204c5f4a0c8219005dd312719");
    }

    @Test
    void aRecordWithoutSuchAFieldIsRefused() {
        assertThatThrownBy(() -> ContentHash.of(new SeenItem(7L, Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SeenItem has no field contentHash");
    }

    private static DigestEntry.Builder entry() {
        return DigestEntry.newBuilder()
                .setEntryId("arxiv:2606.23595")
                .setEdition(LocalDate.of(2026, 6, 24))
                .setSection(new Section("training", "Training"))
                .setSectionConfidence(0.75)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv cs.LG")
                .setTitle("Über $\\frac{1}{2}$")
                .setSummary("One. Two.")
                .setUrl("https://arxiv.org/abs/2606.23595")
                .setAuthors(List.of("Ann", "Bo"))
                .setPublishedAt(Instant.ofEpochMilli(1782259200123L))
                .setVersion(2)
                .setCategories(List.of("cs.LG"))
                .setAppearances(List.of(new Appearance("arXiv cs.LG", "https://arxiv.org/abs/2606.23595", null)))
                .setAbsorbed(List.of("url:https://a.example/b"))
                .setRankScore(1.75)
                .setSummarisedBy("s/1")
                .setClassifiedBy("c/1")
                .setContentHash("");
    }
}
