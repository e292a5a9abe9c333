package org.courant.publish.finish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.courant.publish.Fingerprint;
import org.courant.publish.Stories;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Provenance;
import org.courant.schemas.RankTerm;
import org.courant.schemas.Story;
import org.courant.schemas.hash.ContentHash;
import org.junit.jupiter.api.Test;

final class EntryAssemblyTest {
    private static final EntryAssembly ENTRIES = new EntryAssembly(new Ranking(RankingWeights.DEFAULT));
    private static final String ID = "arxiv:2606.23595";
    private static final String URL = "https://arxiv.org/abs/" + ID;

    @Test
    void aPaperListedInThreeCategoriesHasThreeAppearancesSortedBySource() {
        DigestEntry entry = ENTRIES.entry(Stories.story(ID)
                .setMembers(List.of(
                        Stories.member(ID, "arXiv cs.LG").build(),
                        Stories.member(ID, "arXiv cs.CL").build(),
                        Stories.member(ID, "arXiv cs.AI").build()))
                .build());
        assertThat(entry.getAppearances())
                .extracting(Appearance::getSourceName)
                .containsExactly("arXiv cs.AI", "arXiv cs.CL", "arXiv cs.LG");
        assertThat(entry.getRankTerms()).contains(new RankTerm("sources", "3", 0.2));
    }

    @Test
    void twoVersionsAtOnePlaceAreOneAppearanceAndTheFirstCounts() {
        Instant later = Stories.MORNING.plusSeconds(86_400);
        DigestEntry entry = ENTRIES.entry(Stories.story(ID)
                .setVersion(2)
                .setMembers(List.of(
                        Stories.member(ID, "arXiv cs.LG")
                                .setVersion(2)
                                .setPublishedAt(later)
                                .build(),
                        Stories.member(ID, "arXiv cs.LG").setPublishedAt(null).build(),
                        Stories.member(ID, "arXiv cs.LG").build()))
                .build());
        assertThat(entry.getAppearances()).containsExactly(new Appearance("arXiv cs.LG", URL, Stories.MORNING));
        assertThat(entry.getVersion()).isEqualTo(2);
    }

    @Test
    void theOrderOfTheMembersDoesNotMatter() {
        var one = Stories.member(ID, "arXiv cs.LG").setOffset(3L).build();
        var other = Stories.member(ID, "Forum").setTopic("a").build();
        Story.Builder story = Stories.story(ID);
        assertThat(fingerprint(story.setMembers(List.of(one, other))))
                .isEqualTo(fingerprint(story.setMembers(List.of(other, one))));
    }

    private static Fingerprint fingerprint(Story.Builder story) {
        return Fingerprint.of(ENTRIES.entry(story.build()));
    }

    @Test
    void provenanceNamesTheRecordsInTheLogOfRecord() {
        assertThat(ENTRIES.entry(Stories.story(ID).build()).getProvenance())
                .containsExactly(new Provenance("source-items", 0, 7L, ID + "@arXiv cs.LG"));
    }

    @Test
    void teXAndUnicodeReachTheEntryUnchanged() {
        String title = "A bound of $1/T^{\\frac{2}{13}}$ for β₁=β₂ — naïve \uD83D\uDE80 \r\n x";
        assertThat(ENTRIES.entry(Stories.story(ID).setTitle(title).build()).getTitle())
                .isEqualTo(title);
    }

    @Test
    void theHashIsThatOfTheContract() {
        DigestEntry entry = ENTRIES.entry(Stories.story(ID).build());
        assertThat(entry.getContentHash()).isEqualTo(ContentHash.of(entry));
    }

    @Test
    void theHeadlineStandsBesideThePublishedTitle() {
        DigestEntry entry = ENTRIES.entry(Stories.story(ID)
                .setTitle("Sieve: A memory")
                .setPublishedTitle("Sieve")
                .build());
        assertThat(entry.getTitle()).isEqualTo("Sieve: A memory");
        assertThat(entry.getPublishedTitle()).isEqualTo("Sieve");
    }

    @Test
    void anOlderStoryHasOneTitle() {
        assertThat(ENTRIES.entry(Stories.story(ID).setTitle("Sieve").build()).getPublishedTitle())
                .isEqualTo("Sieve");
    }
}
