package org.courant.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 25, 50, 99, 100})
    void theReplayGetsAtMostItsShareOfTheTimeHoweverLongBatchesTake(int percent) {
        Random random = new Random(percent);
        Pace pace = Pace.of(percent);
        Duration busy = Duration.ZERO;
        Duration paused = Duration.ZERO;
        for (int i = 0; i < 500; i++) {
            Duration took = Duration.ofNanos(1 + random.nextInt(2_000_000_000));
            busy = busy.plus(took);
            paused = paused.plus(pace.pause(took));
            pace = pace.after(took, pace.batch());

            double share = (double) busy.toNanos() / busy.plus(paused).toNanos();
            assertThat(share).isLessThanOrEqualTo(percent / 100.0);
            assertThat(share).isGreaterThan(percent / 100.0 - 0.001);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 30, 100, 5_000})
    void batchesBecomeSoLargeThatTheyTakeAFewSeconds(double itemsPerSecond) {
        Pace pace = settled(0, itemsPerSecond);

        Duration took = took(pace, 0, itemsPerSecond);
        if (pace.batch() > 50) {
            assertThat(took).isLessThan(Pace.LONGEST_WISHED.multipliedBy(2));
        }
        if (pace.batch() < 2_000) {
            assertThat(took).isGreaterThan(Pace.LONGEST_WISHED.dividedBy(4));
        }
    }

    @Test
    void whereEveryBatchTakesLongItDoesNotBecomeSmallerAndSmaller() {
        assertThat(settled(10, 1_000).batch()).isEqualTo(50);
    }

    private static Pace settled(double everySeconds, double itemsPerSecond) {
        Pace pace = Pace.of(25);
        for (int i = 0; i < 40; i++) {
            pace = pace.after(took(pace, everySeconds, itemsPerSecond), pace.batch());
        }
        return pace;
    }

    private static Duration took(Pace pace, double everySeconds, double itemsPerSecond) {
        return Duration.ofNanos((long) ((everySeconds + pace.batch() / itemsPerSecond) * 1e9));
    }
}
