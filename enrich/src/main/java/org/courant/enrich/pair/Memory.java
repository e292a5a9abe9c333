package org.courant.enrich.pair;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.BlockEntry;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * The sketches of one partition, found by text and by age. A text is forgotten once no record that is still to come can
 * bring one that its period matches, so that forgetting changes no result; its bonds stay, and its sketch for as long
 * as it has any.
 *
 * @param sketches work and text to sketch
 * @param ages period, work and text; the value means nothing
 */
record Memory(
        KeyValueStore<StoreKey, Sketch> sketches, KeyValueStore<StoreKey, byte[]> ages, Blocks blocks, Bonds bonds) {
    /** Texts that one record may cause to be forgotten, so that a long silence does not hold up the stream. */
    private static final int MOST_AT_ONCE = 200;

    private static final int SIX_DIGITS = 1_000_000;

    /**
     * Replaces the sketch of a text and moves it between blocks.
     *
     * @param before the sketch that is stored, null if none is
     * @param sketch null where the text is in no block any more
     * @return keys and periods that have become crowded or are so no more
     */
    List<StoreKey> replace(StoreKey text, @Nullable Sketch before, @Nullable Sketch sketch) {
        List<StoreKey> turned = new ArrayList<>();
        if (before != null) {
            BlockEntry entry = Blocks.entry(text, before);
            before.getKeys().stream()
                    .filter(key -> !isIn(sketch, key, entry.getPeriod()))
                    .filter(key -> blocks.remove(key, entry))
                    .forEach(key -> turned.add(block(key, entry.getPeriod())));
            ages.delete(age(entry.getPeriod(), text));
        }
        if (sketch != null) {
            BlockEntry entry = Blocks.entry(text, sketch);
            sketch.getKeys().stream()
                    .filter(key -> !isIn(before, key, entry.getPeriod()))
                    .filter(key -> blocks.add(key, entry))
                    .forEach(key -> turned.add(block(key, entry.getPeriod())));
            StateStores.add(ages, age(entry.getPeriod(), text));
        }
        if (before != null && sketch != null) {
            redate(text, before, sketch);
        }
        sketches.put(text, sketch);
        return turned;
    }

    /** Forgets texts of periods before the first open one, the oldest first; returns how many. */
    int forget(int firstOpenPeriod) {
        List<StoreKey> closed = new ArrayList<>();
        try (KeyValueIterator<StoreKey, byte[]> oldest = ages.all()) {
            while (oldest.hasNext() && closed.size() < MOST_AT_ONCE) {
                StoreKey age = oldest.next().key;
                if (Integer.parseInt(age.part(0)) >= firstOpenPeriod) {
                    break;
                }
                closed.add(age);
            }
        }
        closed.forEach(age -> forget(age, StoreKey.of(age.part(1), age.part(2))));
        return closed.size();
    }

    /** Drops the sketch of a text that is in no block any more and has lost its last bond. */
    void release(StoreKey text, int firstOpenPeriod) {
        Sketch sketch = sketches.get(text);
        if (sketch != null && MatchLimits.period(sketch) < firstOpenPeriod && bonds.none(text)) {
            replace(text, sketch, null);
        }
    }

    private void forget(StoreKey age, StoreKey text) {
        Sketch sketch = sketches.get(text);
        if (sketch != null) {
            BlockEntry entry = Blocks.entry(text, sketch);
            sketch.getKeys().forEach(key -> blocks.remove(key, entry));
            if (bonds.none(text)) {
                sketches.delete(text);
            }
        }
        ages.delete(age);
    }

    /** Where a text stays in its blocks, what they say of its time changes. */
    private void redate(StoreKey text, Sketch before, Sketch sketch) {
        BlockEntry was = Blocks.entry(text, before);
        BlockEntry is = Blocks.entry(text, sketch);
        if (!is.equals(was)) {
            sketch.getKeys().stream()
                    .filter(key -> isIn(before, key, is.getPeriod()))
                    .forEach(key -> blocks.replace(key, was, is));
        }
    }

    private static boolean isIn(@Nullable Sketch sketch, long key, int period) {
        return sketch != null
                && MatchLimits.period(sketch) == period
                && sketch.getKeys().contains(key);
    }

    private static StoreKey block(long key, int period) {
        return StoreKey.of(Long.toString(key), Integer.toString(period));
    }

    /** Periods are written so that the order of their characters is that of the numbers; none is negative. */
    private static StoreKey age(int period, StoreKey text) {
        return StoreKey.of(Integer.toString(SIX_DIGITS + period).substring(1), text.part(0), text.part(1));
    }
}
