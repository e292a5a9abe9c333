package org.courant.learn.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.evaluate.Contender.Verdict;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final List<Judged> JUDGED = List.of(
            judged("a", 0.95, "a"), judged("a", 0.85, "b", "a"), judged("b", 0.55, "a"), judged("b", 0.45, "b"));

    @Test
    void aPaperIsRightUnderAnyOfItsLabels() {
        assertThat(Measures.accuracy(JUDGED)).isEqualTo(0.75);
        assertThat(JUDGED.get(1).truth()).isEqualTo("a");
    }

    @Test
    void macroF1IsTheMeanOverSections() {
        // a: precision 2/2, recall 2/3, so 0.8; b: precision 1/2, recall 1/1, so 2/3.
        assertThat(Measures.macroF1(JUDGED, List.of("a", "b"))).isEqualTo((0.8 + 2 / 3.0) / 2, within(1e-9));
    }

    @Test
    void calibrationErrorIsTheDistanceOfConfidenceFromAccuracy() {
        assertThat(Measures.calibrationError(JUDGED)).isEqualTo((0.05 + 0.15 + 0.55 + 0.55) / 4, within(1e-9));
    }

    @Test
    void theSurestAreKept() {
        assertThat(Measures.accuracyAt(JUDGED, 0.5)).isEqualTo(1);
    }

    private static Judged judged(String section, double confidence, String... labels) {
        return new Judged(
                new LabelledPaper("1", "t", "b", List.of(), List.of(labels), "list"), new Verdict(section, confidence));
    }
}
