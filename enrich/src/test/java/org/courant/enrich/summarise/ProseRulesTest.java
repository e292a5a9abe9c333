package org.courant.enrich.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import org.courant.schemas.SourceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a source is about its subject. */
class ProseRulesTest {
    private static final String SUBJECT = "Sieves forget.";
    private final Summariser summariser = new ExtractiveSummariser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sieves forget [3, 7] what they held [12].            | Sieves forget what they held.
            Sieves lie in the range [1, 7] or in [0, 1].         | Sieves lie in the range [1, 7] or in [0, 1].
            Sieves forget (Li, 2020; Kim et al., 2021a).         | Sieves forget.
            Sieves (WMT 2025) forget (in May 2020).              | Sieves (WMT 2025) forget (in May 2020).
            Sieves forget~\\cite{li2020,kim2021}.                | Sieves forget.
            Li et al. (2020) forget.                             | Li et al. (2020) forget.
            Sieves forget $a[3]$ of $(Li, 2020)$.                | Sieves forget $a[3]$ of $(Li, 2020)$.
            **Sieves** forget *all* of [it](https://a.example).  | Sieves forget all of it.
            Sieves ($a * b * c$) forget 2*3*4.                   | Sieves ($a * b * c$) forget 2*3*4.
            Abstract: Sieves forget.                             | Sieves forget.
            Sieves forget (https://a.example/x).                 | Sieves forget.
            """)
    void citationsAndMarkupAreTakenOut(String source, String told) {
        assertThat(summary(source, SourceKind.ARXIV)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 post - 1 participant
            12 pages, 3 figures.
            Accepted at a workshop on sieves.
            The post Sieves appeared first on A Blog.
            Read full topic
            Code is available at https://a.example/sieve.
            Our code and data will be released soon.
            The models are publicly available.
            """)
    void whatIsAboutThePublicationIsDropped(String sentence) {
        assertThat(summary(SUBJECT + "\n\n" + sentence, SourceKind.ARXIV)).isEqualTo(SUBJECT);
        assertThat(summary(SUBJECT + "\n\n" + sentence, SourceKind.MEDIA)).isEqualTo(SUBJECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We released sieves that are available in two sizes and tested them. | The authors released sieves that are available in two sizes and tested them.
            Experiments on data show that sieves are open to attack.            | Experiments on data show that sieves are open to attack.
            """)
    void whatIsAboutTheWorkStays(String sentence, String told) {
        assertThat(summary(SUBJECT + " " + sentence, SourceKind.ARXIV)).contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello everyone!
            Thanks in advance.
            Any help would be appreciated.
            import sieve
            sieve = Sieve(3);
            RuntimeError: out of memory
            2026-01-01 10:00:00 INFO started
            https://a.example/screenshot.png
            """)
    void courtesiesCodeAndLogsOfAPostAreDropped(String line) {
        assertThat(summary(SUBJECT + "\n\n" + line, SourceKind.FORUM)).isEqualTo(SUBJECT);
    }

    private String summary(String body, SourceKind kind) {
        return summariser.summarise(new Summariser.Source("Of sieves", body, kind));
    }
}
