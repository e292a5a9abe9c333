package org.courant.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class ReadingBudgetTest {
    @Test
    void sectionsShareTurnByTurn() {
        assertThat(new ReadingBudget(7).share(List.of(1, 10, 3))).containsExactly(1, 3, 3);
        assertThat(new ReadingBudget(100).share(List.of(1, 10, 3))).containsExactly(1, 10, 3);
        assertThat(new ReadingBudget(2).share(List.of(5, 5, 5))).containsExactly(1, 1, 0);
        assertThat(new ReadingBudget(2).share(List.of())).isEmpty();
    }

    @RepeatedTest(100)
    void nothingIsWastedAndNothingIsTooMuch(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Integer> sizes = random.ints(random.nextInt(12), 0, 60).boxed().toList();
        int most = random.nextInt(300);
        List<Integer> shares = new ReadingBudget(most).share(sizes);
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(Math.min(most, total));
        assertThat(IntStream.range(0, sizes.size())).allMatch(i -> shares.get(i) <= sizes.get(i));
    }
}
