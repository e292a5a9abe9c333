package org.courant.publish.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DirtyEditionsTest {
    private final KeyValueStore<String, Long> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("dirty"), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        MockProcessorContext<String, Long> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void theDayThatHasWaitedLongestComesFirstAndEachComesOnce() {
        DirtyEditions dirty = new DirtyEditions(store);
        dirty.mark("2026-06-25", 1);
        dirty.mark("2026-06-24", 2);
        dirty.mark("2026-06-25", 3);

        assertThat(dirty.poll()).isEqualTo(KeyValue.pair("2026-06-25", 3L));
        dirty.mark("2026-06-25", 4);
        assertThat(dirty.poll()).isEqualTo(KeyValue.pair("2026-06-24", 2L));
        assertThat(dirty.poll()).isEqualTo(KeyValue.pair("2026-06-25", 4L));
        assertThat(dirty.poll()).isNull();
    }

    @Test
    void whatIsMarkedIsStillMarkedAfterACrash() {
        DirtyEditions before = new DirtyEditions(store);
        before.mark("2026-06-24", 7);
        before.mark("2026-06-25", 5);
        before.poll();

        DirtyEditions after = new DirtyEditions(store);
        assertThat(after.poll()).isEqualTo(KeyValue.pair("2026-06-25", 5L));
        assertThat(after.poll()).isNull();
    }

    @Test
    void anEditionHasTheGreatestTimeOfItsChanges() {
        DirtyEditions dirty = new DirtyEditions(store);
        dirty.mark("2026-06-24", 7);
        dirty.mark("2026-06-24", 5);
        assertThat(dirty.poll()).isEqualTo(KeyValue.pair("2026-06-24", 7L));
    }
}
