package org.courant.service.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class StableOffsetsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("stories", 3);

    private final StableOffsets offsets = new StableOffsets(Duration.ofSeconds(60));

    @Test
    void aTransactionThatStaysOpenIsFoundWhenTheLimitHasPassed() {
        for (int second = 0; second < 60; second += 5) {
            assertThat(observe(37, 40 + second, second)).isEmpty();
        }
        assertThat(observe(37, 100, 60)).containsExactly(new Unstable(PARTITION, 37, START));
        assertThat(observe(100, 100, 65)).isEmpty();
    }

    @Test
    void transactionsThatFollowEachOtherAreNone() {
        for (int second = 0; second < 300; second += 5) {
            assertThat(observe(second, second + 3, second)).isEmpty();
        }
    }

    @Test
    void aPartitionThatIsGoneIsForgotten() {
        observe(37, 40, 0);
        assertThat(offsets.observe(Map.of(), Map.of(), START.plusSeconds(30))).isEmpty();
        assertThat(observe(37, 40, 61)).isEmpty();
    }

    private List<Unstable> observe(long stable, long end, int second) {
        return offsets.observe(Map.of(PARTITION, stable), Map.of(PARTITION, end), START.plusSeconds(second));
    }
}
