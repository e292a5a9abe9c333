package org.courant.enrich.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final FrequencyTable NOTHING_COMMON = FrequencyTable.empty();

    @RepeatedTest(100)
    void aTextContainsItself(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        Fingerprint text = of(texts.words(8 + texts.below(3_000)));

        Overlap overlap = text.overlap(text);

        assertThat(overlap.containment()).isOne();
        assertThat(overlap.reverseContainment()).isOne();
        assertThat(overlap.jaccard()).isOne();
    }

    @RepeatedTest(200)
    void sampledContainmentIsCloseToTheExactOne(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        List<String> longer = texts.words(200 + texts.below(2_000));
        int half = longer.size() / 2;
        List<String> part = longer.subList(0, Math.min(half, 40 + texts.below(200)));
        String shorter = String.join(" ", part) + " " + String.join(" ", texts.words(texts.below(part.size())));
        double exact = containment(Shingles.of(shorter), Shingles.of(String.join(" ", longer)));

        Overlap overlap = Fingerprint.of(shorter, NOTHING_COMMON).overlap(of(longer));

        // Five standard errors of a share estimated from the sample.
        double tolerance = 5 * Math.sqrt(0.25 / Math.max(1, overlap.left()));
        assertThat(overlap.containment()).isCloseTo(exact, within(tolerance));
    }

    @RepeatedTest(50)
    void comparingIsSymmetricAndOneWayRoundTheOthersOtherWay(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        List<String> words = texts.words(1_000);
        Fingerprint one = of(words.subList(0, 50 + texts.below(900)));
        Fingerprint other = of(words.subList(texts.below(900), 1_000));

        assertThat(one.overlap(other).jaccard()).isEqualTo(other.overlap(one).jaccard());
        assertThat(one.overlap(other).containment())
                .isEqualTo(other.overlap(one).reverseContainment());
        assertThat(one.overlap(other).shared()).isEqualTo(other.overlap(one).shared());
    }

    @RepeatedTest(100)
    void anythingHasAFingerprintThatSurvivesItsBytes(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        Fingerprint written = Fingerprint.of(texts.anything(5_000), FrequencyTable.shipped());

        Fingerprint read = Fingerprint.parse(written.bytes());

        assertThat(read.shingles()).isEqualTo(written.shingles());
        assertThat(read.level()).isEqualTo(written.level());
        assertThat(read.hashes(0)).isEqualTo(written.hashes(0));
    }

    @Test
    void theSizeIsBoundedForAMegabyteAndMore() {
        String megabyte = String.join(" ", new RandomTexts(7).words(260_000));
        assertThat(megabyte.length()).isGreaterThan(Shingles.MAX_CHARACTERS);

        Fingerprint fingerprint = Fingerprint.of(megabyte, NOTHING_COMMON);

        assertThat(fingerprint.hashes(0).length).isBetween(300, Fingerprint.MAX_HASHES);
        assertThat(fingerprint.bytes().remaining()).isLessThan(6_000);
    }

    @Test
    void anAbstractTakesAFewHundredBytes() {
        for (int words = 50; words <= 250; words++) {
            assertThat(of(new RandomTexts(words).words(words)).bytes().remaining())
                    .isLessThan(450);
        }
    }

    @Test
    void commonShinglesAreNoEvidence() {
        FrequencyCounter counter = new FrequencyCounter();
        counter.add("extensive experiments show that it works");
        FrequencyTable table = counter.table(1);

        Fingerprint fingerprint = Fingerprint.of("Extensive experiments show that it works well.", table);

        assertThat(fingerprint.shingles()).isOne();
    }

    @Test
    void bytesThatAreNoFingerprintAreRefused() {
        assertThatThrownBy(() -> Fingerprint.parse(ByteBuffer.wrap(new byte[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 bytes");
    }

    private static Fingerprint of(List<String> words) {
        return Fingerprint.of(String.join(" ", words), NOTHING_COMMON);
    }

    private static double containment(long[] shorter, long[] longer) {
        long shared = Arrays.stream(shorter)
                .filter(shingle -> Arrays.binarySearch(longer, shingle) >= 0)
                .count();
        return (double) shared / shorter.length;
    }
}
