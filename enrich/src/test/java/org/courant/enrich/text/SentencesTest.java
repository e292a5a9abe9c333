package org.courant.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void formulasAbbreviationsAndBracketsDoNotEndASentence() {
        assertThat(Sentences.of(
                        "We use $f(x). G(y)$ as in Smith et al. (2020), e.g. For sets (see A. B. is long. Too long)."
                                + " Results follow Fig. 3 closely."))
                .containsExactly(
                        "We use $f(x). G(y)$ as in Smith et al. (2020), e.g. For sets (see A. B. is long. Too long).",
                        "Results follow Fig. 3 closely.");
    }

    @Test
    void aSentenceMayEndInAQuotationAndTheNextBeginWithASmallLetter() {
        assertThat(Sentences.of("It says \"stop.\" Then it stops! iPhone users agree. some do not."))
                .containsExactly("It says \"stop.\"", "Then it stops!", "iPhone users agree. some do not.");
    }

    @Test
    void numbersAreNoEnds() {
        assertThat(Sentences.of("1. Pi is 3.14 in v2.0. Really?! Yes."))
                .containsExactly("1. Pi is 3.14 in v2.0.", "Really?!", "Yes.");
    }

    @Test
    void aDollarThatNothingClosesIsMoneyAndNoFormula() {
        assertThat(Sentences.of("It costs $30. It pays.")).containsExactly("It costs $30.", "It pays.");
    }

    @Test
    void aSpaceThatTheSourceHasLostPartsSentencesWhereAWordTellsSo() {
        assertThat(Sentences.of("It is slow.The method (a sieve).However, it is torch.Tensor or e.g.The or Next.js."))
                .containsExactly(
                        "It is slow.", "The method (a sieve).", "However, it is torch.Tensor or e.g.The or Next.js.");
    }

    @Test
    void aParagraphEndsASentence() {
        assertThat(Sentences.of("A heading\n\nA sentence\nover two lines."))
                .containsExactly("A heading", "A sentence over two lines.");
    }
}
