package org.courant.enrich.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void theHashesStayTheSameForever() {
        assertThat(Shingles.of("Attention is all you need"))
                .containsExactly(-7585064016483395426L, 5648417791214034018L, 7390238929172474229L);
        assertThat(Shingles.hash("courant")).isEqualTo(-5923635928592521852L);
    }

    @Test
    void caseAndPunctuationAndDiacriticsAndPluralsMakeNoDifference() {
        assertThat(Shingles.of("The Naïve baselines, again!")).isEqualTo(Shingles.of("the naive baseline AGAIN"));
        assertThat(Shingles.of("ﬁne-tuning a model")).isEqualTo(Shingles.of("fine tuning a model"));
    }

    @Test
    void aRepeatedShingleCountsOnce() {
        assertThat(Shingles.of("one two three one two three")).hasSize(3);
    }

    @Test
    void fewerThanThreeWordsHaveNoShingle() {
        assertThat(Shingles.of("")).isEmpty();
        assertThat(Shingles.of("two words")).isEmpty();
    }

    @Test
    void whereNoSpacePartsWordsEveryCharacterIsOne() {
        assertThat(Shingles.of("我们提出一种方法")).hasSize(6);
        assertThat(Shingles.of("我们提出 GPT")).hasSize(3);
    }
}
