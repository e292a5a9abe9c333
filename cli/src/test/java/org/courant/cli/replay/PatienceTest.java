package org.courant.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void whatGetsFurtherIsWaitedForHoweverLongAndWhatStandsIsNot() {
        Patience patience = new Patience(Duration.ZERO);
        for (int offset = 0; offset < 1_000; offset++) {
            assertThat(patience.isOver(offset)).isFalse();
        }

        await().until(() -> patience.isOver(999));
        assertThat(patience.isOver(1_000)).isFalse();
    }
}
