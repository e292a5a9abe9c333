package org.courant.service.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutageTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Outage outage = new Outage("enrich: Kafka at b:9092", Duration.ofSeconds(12), START);

    @Test
    void anOutageIsALineAtItsBeginOneAMinuteAndOneAtItsEnd() {
        List<String> lines = new ArrayList<>();
        for (int second = 5; second <= 200; second += 5) {
            outage.failed(START.plusSeconds(second), "no answer").ifPresent(lines::add);
        }
        assertThat(outage.lasts()).isTrue();
        outage.answered(START.plusSeconds(205)).ifPresent(lines::add);
        outage.answered(START.plusSeconds(210)).ifPresent(lines::add);

        assertThat(lines)
                .containsExactly(
                        "enrich: Kafka at b:9092 has not answered for 15 s (no answer)",
                        "enrich: Kafka at b:9092 still does not answer for 75 s (no answer)",
                        "enrich: Kafka at b:9092 still does not answer for 135 s (no answer)",
                        "enrich: Kafka at b:9092 still does not answer for 195 s (no answer)",
                        "enrich: Kafka at b:9092 answers again after 205 s");
        assertThat(outage.lasts()).isFalse();
    }

    @Test
    void aShortSilenceIsWorthNoLine() {
        assertThat(outage.failed(START.plusSeconds(11), "slow")).isEmpty();
        assertThat(outage.answered(START.plusSeconds(13))).isEmpty();
        assertThat(outage.failed(START.plusSeconds(24), "slow")).isEmpty();
        assertThat(outage.lasts()).isFalse();
    }
}
