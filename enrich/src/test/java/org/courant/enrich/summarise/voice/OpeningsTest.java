package org.courant.enrich.summarise.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In this paper, we propose X.                    | We propose X.
            In this work we propose X.                      | We propose X.
            In this work lies an error.                     | In this work lies an error.
            Methods: We count.                              | We count.
            To address this issue, we count.                | We count.
            To address noise, we count.                     | To address noise, we count.
            However, iPhone users count.                    | iPhone users count.
            However, k-means counts.                        | k-means counts.
            But counting is slow.                           | Counting is slow.
            We count to address this issue.                 | We count.
            This paper counts.                              | This paper counts.
            Using data, in this work, we count.             | Using data, we count.
            Leveraging this idea, we count.                 | We count.
            To further exploit this gap, Sieve counts.      | Sieve counts.
            """)
    void whatPointsToASentenceThatIsGoneIsCut(String sentence, String cut) {
        assertThat(Openings.cut(sentence, false)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            However, in this paper, we count.  | However, we count.
            To address this issue, we count.   | To address this issue, we count.
            In this paper, we count.           | We count.
            """)
    void whatPointsToASentenceThatIsThereStays(String sentence, String cut) {
        assertThat(Openings.cut(sentence, true)).isEqualTo(cut);
    }
}
