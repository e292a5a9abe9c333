package org.courant.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
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
    @ValueSource(doubles = {0.1, 1, 20, 5_000})
    void batchesBecomeSoLargeThatTheyTakeAboutASecond(double itemsPerSecond) {
        Pace pace = Pace.of(25);
        for (int i = 0; i < 40; i++) {
            pace = pace.after(took(pace, itemsPerSecond), pace.batch());
        }

        Duration settled = took(pace, itemsPerSecond);
        if (pace.batch() > 1) {
            assertThat(settled).isLessThan(Pace.LONGEST_WISHED.multipliedBy(2));
        }
        if (pace.batch() < 2_000) {
            assertThat(settled).isGreaterThan(Pace.LONGEST_WISHED.dividedBy(4));
        }
    }

    private static Duration took(Pace pace, double itemsPerSecond) {
        return Duration.ofNanos((long) (pace.batch() / itemsPerSecond * 1e9));
    }
}
