package org.courant.cli.evaluate.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import org.courant.cli.corpus.WrittenData;
import org.courant.enrich.text.Sentences;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private final String text = WrittenData.text(1);
    private final String other = WrittenData.text(2);

    @Test
    void theSameSeedGivesTheSameVariants() {
        assertThat(new Variants(7).revised(text, other)).isEqualTo(new Variants(7).revised(text, other));
        assertThat(new Variants(7).quoted(text, other)).isEqualTo(new Variants(7).quoted(text, other));
    }

    @Test
    void aTruncatedTextIsItsFirstSixtyPercent() {
        String truncated = new Variants(7).truncated(text);

        assertThat(text).startsWith(truncated);
        assertThat(Sentences.of(truncated)).hasSize(5);
    }

    @Test
    void aRevisedTextKeepsMostWords() {
        String revised = new Variants(7).revised(text, other);

        assertThat(revised).isNotEqualTo(text);
        assertThat(revised.split(" ", -1).length).isBetween(60, 150);
    }

    @Test
    void aPostHoldsAtLeastSixtyPercentOfTheTextAndOtherWords() {
        String post = new Variants(7).quoted(text, other);

        assertThat(Sentences.of(text).stream().filter(post::contains).count()).isGreaterThanOrEqualTo(5);
        assertThat(post).startsWith("Has anybody").endsWith(other.substring(other.length() - 10));
    }
}
