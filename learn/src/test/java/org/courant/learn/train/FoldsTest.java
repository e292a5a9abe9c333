package org.courant.learn.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.courant.learn.data.LabelledPaper;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final List<LabelledPaper> PAPERS = IntStream.range(0, 50)
            .mapToObj(i -> new LabelledPaper(
                    String.valueOf(i), "t", "b", List.of(), List.of(i < 40 ? "agents" : "data"), "list"))
            .toList();

    @Test
    void eachFoldHasItsShareOfEverySection() {
        for (long seed = 0; seed < 20; seed++) {
            int[] folds = Folds.of(PAPERS, 5, seed);
            for (int fold = 0; fold < 5; fold++) {
                assertThat(Folds.select(PAPERS, folds, fold, true).stream()
                                .filter(paper -> paper.label().equals("data")))
                        .hasSize(2);
            }
        }
    }

    @Test
    void whatIsInAFoldIsNotOutsideOfIt() {
        int[] folds = Folds.of(PAPERS, 5, 1);

        assertThat(Folds.select(PAPERS, folds, 0, true))
                .doesNotContainAnyElementsOf(Folds.select(PAPERS, folds, 0, false));
    }
}
