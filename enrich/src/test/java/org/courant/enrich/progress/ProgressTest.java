package org.courant.enrich.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.store.InMemoryStores;
import org.courant.enrich.store.StateStores;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final KeyValueStore<Integer, Integer> store = store();

    @Test
    void thePartitionThatIsFurthestBehindDecides() {
        Progress progress = new Progress(store, 2);
        progress.heard(0, 100);
        assertThat(progress.low()).isEqualTo(Progress.UNKNOWN);

        progress.heard(1, 40);
        assertThat(progress.low()).isEqualTo(40);
    }

    @Test
    void itNeverGoesBackAndSurvivesARestart() {
        Progress progress = new Progress(store, 1);
        progress.heard(0, 100);
        progress.heard(0, 90);

        assertThat(progress.low()).isEqualTo(100);
        assertThat(new Progress(store, 1).low()).isEqualTo(100);
    }

    @Test
    void aRecordOfTheLogLeavesADayForClocksThatDiffer() {
        Progress progress = new Progress(store, 1);
        progress.read(0, 100 * DAY + 5);

        assertThat(progress.low()).isEqualTo(99);
    }

    @SuppressWarnings("unchecked") // it is the store of that name
    private static KeyValueStore<Integer, Integer> store() {
        return (KeyValueStore<Integer, Integer>)
                InMemoryStores.open(Set.of(StateStores.LOG_PROGRESS)).get(0);
    }
}
