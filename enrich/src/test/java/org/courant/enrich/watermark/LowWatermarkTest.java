package org.courant.enrich.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.store.InMemoryStores;
import org.courant.enrich.store.StateStores;
import org.junit.jupiter.api.Test;

class LowWatermarkTest {
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final KeyValueStore<Integer, Integer> store = store();

    @Test
    void thePartitionThatIsFurthestBehindDecides() {
        LowWatermark watermark = new LowWatermark(store, 2);
        watermark.heard(0, 100);
        assertThat(watermark.low()).isEqualTo(LowWatermark.UNKNOWN);

        watermark.heard(1, 40);
        assertThat(watermark.low()).isEqualTo(40);
    }

    @Test
    void itNeverGoesBackAndSurvivesARestart() {
        LowWatermark watermark = new LowWatermark(store, 1);
        watermark.heard(0, 100);
        watermark.heard(0, 90);

        assertThat(watermark.low()).isEqualTo(100);
        assertThat(new LowWatermark(store, 1).low()).isEqualTo(100);
    }

    @Test
    void aRecordOfTheLogLeavesADayForClocksThatDiffer() {
        assertThat(LowWatermark.behind(100 * DAY + 5)).isEqualTo(99);
    }

    @SuppressWarnings("unchecked") // it is the store of that name
    private static KeyValueStore<Integer, Integer> store() {
        return (KeyValueStore<Integer, Integer>)
                InMemoryStores.open(Set.of(StateStores.WATERMARKS)).get(0);
    }
}
