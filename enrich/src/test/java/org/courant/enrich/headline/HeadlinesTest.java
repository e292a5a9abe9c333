package org.courant.enrich.headline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A bound on sorting networks.                     | A bound on sorting networks
            Wait for it...                                   | Wait for it...
            Sorting in the U.S.                              | Sorting in the U.S.
            [SOLVED] Re: Where is my tensor?!!               | Where is my tensor?
            Where is my tensor (Solved)                      | Where is my tensor
            🚀 A new **release** of `sieve` today             | A new release of sieve today
            Sorting networks (arXiv:2008.01234v1 [cs.LG])    | Sorting networks
            $\\texttt{Sieve}$: Bounds for $\\mathbf{k^2}$ sets | Sieve: Bounds for $\\mathbf{k^2}$ sets
            \\textsc{Sieve}: One more sorting bound           | Sieve: One more sorting bound
            Re:Member: A survey of sorts                     | Re:Member: A survey of sorts
            [SOLVED]                                         | [SOLVED]
            """)
    void whatIsNotPartOfTheTitleIsTakenOut(String title, String headline) {
        assertThat(Headlines.of(title, "")).isEqualTo(headline);
    }

    @Test
    void aTitleThatShoutsIsWrittenAsItsTextWritesTheWords() {
        assertThat(Headlines.of(
                        "TRAINING LLM AGENTS IN MINECRAFT WITH $K$ LAYERS", "Agents of an LLM train in Minecraft."))
                .isEqualTo("Training LLM agents in Minecraft with $K$ layers");
    }

    @Test
    void aNameOrAPunIsFollowedByWhatTheSourceSaysItIs() {
        assertThat(Headlines.of(
                        "Improved Diffusion",
                        "Models diffuse. We present Xyz-L, an 8B masked diffusion language model, for all."))
                .isEqualTo("Xyz-L: An 8B masked diffusion language model");
        assertThat(Headlines.of(
                        "Sieve Technical Report",
                        "This report introduces Sieve, the first memory (M) of agents that forgets."))
                .isEqualTo("Sieve: The first memory of agents that forgets");
        assertThat(Headlines.of("Sieve", "Sieve is a memory of language agents designed for long games."))
                .isEqualTo("Sieve: A memory of language agents designed for long games");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A study of sorting       | We present Xyz-L, an 8B masked diffusion language model.
            Sieve: Memory            | We present Sieve, an 8B masked diffusion language model.
            Sieve                    | We present results, a large set of numbers and tables.
            Sieve                    | We present Sieve, a novel and effective framework.
            Sieve                    | We present Sieve, a large, open and very fast store of words.
            Sieve                    | We like it.
            """)
    void whereNoRuleIsSureTheTitleStays(String title, String body) {
        assertThat(Headlines.of(title, body)).isEqualTo(title);
    }
}
