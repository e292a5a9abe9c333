package org.courant.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivIdTest {
    @ParameterizedTest
    @CsvSource({
        "2203.01250v3,                   2203.01250,      3",
        "arXiv:2203.01250,               2203.01250,      0",
        "oai:arXiv.org:2203.01250v1,     2203.01250,      1",
        "0704.0001,                      0704.0001,       0",
        "2606.123456v12,                 2606.123456,     12",
        "hep-th/9901001,                 hep-th/9901001,  0",
        "math.GT/0309136v2,              math/0309136,    2",
        "math/0309136,                   math/0309136,    0",
        "cond-mat.mtrl-sci/0309136,      cond-mat/0309136, 0",
        "oai:arXiv.org:hep-th/9901001,   hep-th/9901001,  0",
        "10.48550/arXiv.2203.01250,      2203.01250,      0",
        "doi:10.48550/arxiv.2203.01250v2, 2203.01250,     2",
    })
    void everySpellingOfArxivNamesTheSamePaper(String spelling, String id, int version) {
        assertThat(ArxivId.parse(spelling)).contains(new ArxivId(id, version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2213.01250", "2203.123", "2203.01250v0", "hep-th/99010", "10.1145/3292500", "v2", "arXiv:"})
    void whatIsNoArxivIdIsNotReadAsOne(String text) {
        assertThat(ArxivId.parse(text)).isEmpty();
    }

    @RepeatedTest(200)
    void readingTheFoldedFormGivesItAgain(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        String id = random.nextBoolean()
                ? "%02d%02d.%05d".formatted(15 + random.nextInt(20), 1 + random.nextInt(12), random.nextInt(100_000))
                : "hep-ph/%02d%02d%03d".formatted(92 + random.nextInt(8), 1 + random.nextInt(12), random.nextInt(1000));
        int version = random.nextInt(6);
        String spelled = id + (version == 0 ? "" : "v" + version);

        assertThat(ArxivId.parse(spelled)).contains(new ArxivId(id, version));
        assertThat(ArxivId.parse(ArxivId.parse(spelled).orElseThrow().id())).contains(new ArxivId(id, 0));
    }

    @Test
    void anIdStatesTheMonthOfTheFirstSubmission() {
        assertThat(new ArxivId("2606.23595", 3).month()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(new ArxivId("hep-th/9901001", 0).month()).isEqualTo(YearMonth.of(1999, 1));
        assertThat(new ArxivId("math/0309136", 0).month()).isEqualTo(YearMonth.of(2003, 9));
    }

    @Test
    void anAliasOfACategoryIsFolded() {
        assertThat(ArxivCategory.canonical("cmp-lg")).isEqualTo("cs.CL");
        assertThat(ArxivCategory.canonical("math.MP")).isEqualTo(ArxivCategory.canonical("math-ph"));
        assertThat(ArxivCategory.canonical("cs.SY")).isEqualTo(ArxivCategory.canonical("eess.SY"));
        assertThat(ArxivCategory.canonical(" cs.AI ")).isEqualTo("cs.AI");
    }

    @Test
    void anItemIdNamesVersionAndFeed() {
        assertThat(ItemId.arxiv(new ArxivId("2606.23595", 1), "cs.AI")).isEqualTo("arxiv:2606.23595v1@cs.AI");
        assertThat(ItemId.arxiv(new ArxivId("2606.23595", 0), "cs.AI")).isEqualTo("arxiv:2606.23595v1@cs.AI");
        assertThat(ItemId.topic("Discuss.HuggingFace.co", 1234)).isEqualTo("discourse:discuss.huggingface.co:1234");
        assertThat(ItemId.feedEntry("blog", "guid")).isEqualTo("feed:blog:guid");
    }
}
