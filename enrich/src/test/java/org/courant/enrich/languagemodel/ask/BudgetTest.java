package org.courant.enrich.languagemodel.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Instant EVENING = Instant.parse("2026-06-24T23:59:59Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-06-25T00:00:00Z");

    @Test
    void thePartitionsShareTheBudgetToTheLastRequest() {
        assertThat(IntStream.range(0, 6).map(partition -> new Budget(20, partition, 6).left(EVENING)))
                .containsExactly(4, 4, 3, 3, 3, 3);
        assertThat(new Budget(2, 5, 6).left(EVENING)).isZero();
    }

    @Test
    void itIsSpentUntilMidnightInUtc() {
        Budget budget = new Budget(3, 0, 1);
        budget.spend(2, EVENING.minusSeconds(100_000));
        budget.spend(2, EVENING);
        assertThat(budget.left(EVENING)).isEqualTo(1);

        budget.spend(5, EVENING);
        assertThat(budget.left(EVENING)).isZero();
        assertThat(budget.left(NEXT_DAY)).isEqualTo(3);
    }

    @Test
    void whatCostNothingIsGivenBackOnItsDayOnly() {
        Budget budget = new Budget(3, 0, 1);
        budget.spend(1, EVENING);
        budget.refund(EVENING);
        assertThat(budget.left(EVENING)).isEqualTo(3);

        budget.spend(1, EVENING);
        budget.spend(1, NEXT_DAY);
        budget.refund(EVENING);
        assertThat(budget.left(NEXT_DAY)).isEqualTo(2);
    }
}
