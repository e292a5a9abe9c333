package org.courant.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeenItemsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itRemembersWhatAMapRemembers(long seed) {
        Random random = new Random(seed);
        Map<String, Long> map = new HashMap<>();
        SeenItems seen = new SeenItems();
        for (int i = 0; i < 20_000; i++) {
            String key = "source/" + random.nextInt(5_000);
            long fingerprint = random.nextInt(4);
            assertThat(seen.holds(key, fingerprint)).isEqualTo(map.containsKey(key) && map.get(key) == fingerprint);
            seen.remember(key, fingerprint);
            map.put(key, fingerprint);
        }
        assertThat(seen.size()).isEqualTo(map.size());
    }

    @Test
    void aMillionItemsTakeLittleMemory() {
        SeenItems seen = new SeenItems();
        for (int i = 0; i < 1_000_000; i++) {
            seen.remember("arxiv-cs-ai/arxiv:2606." + i + "v1@cs.AI", i);
        }

        assertThat(seen.size()).isEqualTo(1_000_000);
        assertThat(seen.bytes()).isLessThanOrEqualTo(33_554_432);
    }
}
