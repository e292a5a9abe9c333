package org.courant.enrich.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.record.Block;
import org.courant.enrich.record.BlockEntry;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.record.Span;
import org.courant.enrich.store.InMemoryStores;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final long KEY = -7L;
    private static final int MOST = 3;
    private static final MatchLimits LIMITS = new MatchLimits(60, 300, MOST);

    private final List<StateStore> stores = InMemoryStores.open(Set.of(StateStores.BLOCKS, StateStores.CROWDS));
    private final Blocks blocks = blocks(stores);

    @Test
    void textsThatShareAKeyMeetButNotThoseOfTheirOwnWork() {
        blocks.add(KEY, entry(1, "a", "1"));
        blocks.add(KEY, entry(1, "a", "2"));
        blocks.add(KEY, entry(2, "b", "1"));

        assertThat(blocks.neighbours(KEY, entry(1, "a", "1"))).containsExactly(StoreKey.of("b", "1"));
    }

    @Test
    void aCrowdedPeriodIsNoEvidenceAndTheOthersOfTheKeyAre() {
        IntStream.rangeClosed(0, MOST).forEach(i -> blocks.add(KEY, entry(1, "crowd-" + i, "1")));
        blocks.add(KEY, entry(2, "b", "1"));
        blocks.add(KEY, entry(2, "c", "1"));

        assertThat(blocks.neighbours(KEY, entry(1, "crowd-0", "1"))).isEmpty();
        assertThat(blocks.neighbours(KEY, entry(2, "b", "1"))).containsExactly(StoreKey.of("c", "1"));
    }

    @Test
    void textsThatAreTooFarApartInTimeDoNotMeet() {
        blocks.add(KEY, new BlockEntry(1, "early", "1", 0, 39));
        blocks.add(KEY, new BlockEntry(1, "within", "1", 0, 40));
        blocks.add(KEY, new BlockEntry(5, "late", "1", 161, 170));

        assertThat(blocks.neighbours(KEY, new BlockEntry(3, "own", "1", 100, 100)))
                .containsExactly(StoreKey.of("within", "1"));
    }

    /** So that passing over an entry never changes a result. */
    @RepeatedTest(200)
    void entriesAreRefusedOnlyWhereTheirSketchesAre(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Sketch left = sketch(random);
        Sketch right = sketch(random);
        if (LIMITS.admit(left, right)) {
            assertThat(LIMITS.admit(
                            Blocks.entry(StoreKey.of("left", "1"), left),
                            Blocks.entry(StoreKey.of("right", "1"), right)))
                    .isTrue();
        }
    }

    @Test
    void anEntryThatIsPutInThePlaceOfAnotherStaysWhereThatWas() {
        List<BlockEntry> before = IntStream.rangeClosed(0, MOST + 2)
                .mapToObj(i -> entry(1, "work-" + i, "1"))
                .toList();
        before.forEach(entry -> blocks.add(KEY, entry));
        List<BlockEntry> after = before.stream()
                .map(entry -> new BlockEntry(1, entry.getWork(), "1", 0, 99))
                .toList();
        for (int i = 0; i < before.size(); i++) {
            blocks.replace(KEY, before.get(i), after.get(i));
            assertThat(blocks.isCrowded(KEY, 1)).isTrue();
        }

        List<Boolean> turns =
                after.stream().map(entry -> blocks.remove(KEY, entry)).toList();

        assertThat(turns).containsExactly(false, false, true, false, false, false);
        assertThat(blocks.texts(KEY, 1)).isEmpty();
        assertThat(stores)
                .allSatisfy(store -> assertThat(((KeyValueStore<?, ?>) store).approximateNumEntries())
                        .isZero());
    }

    @RepeatedTest(50)
    void whetherAPeriodIsCrowdedFollowsFromHowManyAreInItAndEachTurnIsTold(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Set<BlockEntry> expected = new HashSet<>();
        List<BlockEntry> all = new ArrayList<>(IntStream.range(0, 3 * MOST)
                .mapToObj(i -> entry(1, "work-" + i, "1"))
                .toList());
        for (int step = 0; step < 200; step++) {
            Collections.shuffle(all, random);
            BlockEntry entry = all.get(0);
            boolean wasCrowded = expected.size() > MOST;
            boolean turned;
            if (expected.add(entry)) {
                turned = blocks.add(KEY, entry);
            } else {
                expected.remove(entry);
                turned = blocks.remove(KEY, entry);
            }
            assertThat(turned).isEqualTo(wasCrowded != expected.size() > MOST);
            assertThat(blocks.isCrowded(KEY, 1)).isEqualTo(expected.size() > MOST);
            if (expected.size() <= MOST) {
                assertThat(Set.copyOf(blocks.texts(KEY, 1)))
                        .isEqualTo(expected.stream()
                                .map(each -> StoreKey.of(each.getWork(), each.getText()))
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** More keys than are kept in mind, so that some are read again and some are not. */
    @RepeatedTest(10)
    void anotherTaskThatTakesTheStoresOverMeetsTheSameTexts(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int keys = 2 * BlockKeys.MAX;
        Set<List<Object>> present = new HashSet<>();
        for (int step = 0; step < 6_000; step++) {
            long key = random.nextInt(keys);
            BlockEntry entry = entry(random.nextInt(2), "work-" + random.nextInt(3 * MOST), "1");
            if (present.add(List.of(key, entry))) {
                blocks.add(key, entry);
            } else {
                present.remove(List.of(key, entry));
                blocks.remove(key, entry);
            }
        }

        Blocks successor = blocks(stores);
        for (long key = 0; key < keys; key++) {
            for (int period = 0; period < 2; period++) {
                assertThat(blocks.texts(key, period))
                        .as("key %d, period %d", key, period)
                        .isEqualTo(successor.texts(key, period));
                assertThat(blocks.isCrowded(key, period)).isEqualTo(successor.isCrowded(key, period));
                BlockEntry stranger = entry(period, "stranger", "1");
                assertThat(blocks.neighbours(key, stranger)).isEqualTo(successor.neighbours(key, stranger));
            }
        }
    }

    private static BlockEntry entry(int period, String work, String text) {
        return new BlockEntry(period, work, text, 30 * period, 30 * period);
    }

    private static Sketch sketch(Random random) {
        List<Span> spans = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> {
                    int first = 300 + random.nextInt(200);
                    int last = first + random.nextInt(60);
                    return new Span(first, last, last + random.nextInt(100));
                })
                .toList();
        return new Sketch(0, "1", true, null, List.of(), spans, 0, 0);
    }

    @SuppressWarnings("unchecked") // they are the stores of these names
    private static Blocks blocks(List<StateStore> stores) {
        boolean first = stores.get(0).name().equals(StateStores.BLOCKS);
        return new Blocks(
                LIMITS, (KeyValueStore<Long, Block>) stores.get(first ? 0 : 1), (KeyValueStore<StoreKey, byte[]>)
                        stores.get(first ? 1 : 0));
    }
}
