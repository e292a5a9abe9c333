package org.courant.enrich.pair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.record.Block;
import org.courant.enrich.record.BlockEntry;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.record.Span;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one partition. A block key that too many texts of one period have is no evidence in that period, so
 * that no block costs more than a bounded number of comparisons. Whether it is follows from how many have it, and not
 * from which came first.
 */
final class Blocks {
    private final MatchLimits limits;
    private final KeyValueStore<Long, Block> blocks;
    private final KeyValueStore<StoreKey, byte[]> crowds;
    private final Recent recent = new Recent();

    /**
     * @param limits how many texts of one period one block key may bring together, and how far apart they may be
     * @param blocks block key to block
     * @param crowds block key, period, work, text, first and last day: the texts that a crowded block has no entry for
     */
    Blocks(MatchLimits limits, KeyValueStore<Long, Block> blocks, KeyValueStore<StoreKey, byte[]> crowds) {
        this.limits = limits;
        this.blocks = blocks;
        this.crowds = crowds;
    }

    /** What blocks hold of a text. */
    static BlockEntry entry(StoreKey text, Sketch sketch) {
        return new BlockEntry(
                MatchLimits.period(sketch),
                text.part(0),
                text.part(1),
                sketch.getSpans().stream().mapToInt(Span::getFirstDay).min().orElseThrow(),
                sketch.getSpans().stream().mapToInt(Span::getLastDay).max().orElseThrow());
    }

    /** Adds a text; true if the period has become crowded by it. */
    boolean add(long key, BlockEntry entry) {
        List<BlockEntry> entries = new ArrayList<>(entries(key));
        long already = count(entries, entry.getPeriod());
        if (already > limits.mostInBlock()) {
            StateStores.add(crowds, crowdKey(key, entry));
            return false;
        }
        entries.add(entry);
        put(key, entries);
        return already == limits.mostInBlock();
    }

    /** Removes a text; true if the period is crowded no more. */
    boolean remove(long key, BlockEntry entry) {
        List<BlockEntry> entries = new ArrayList<>(entries(key));
        if (!entries.remove(entry)) {
            crowds.delete(crowdKey(key, entry));
            return false;
        }
        boolean crowded = count(entries, entry.getPeriod()) == limits.mostInBlock();
        BlockEntry next = crowded ? takeFromCrowd(key, entry.getPeriod()) : null;
        if (next != null) {
            entries.add(next);
        }
        put(key, entries);
        return crowded && next == null;
    }

    /** Puts an entry of the same text and period in the place of another one. */
    void replace(long key, BlockEntry before, BlockEntry after) {
        List<BlockEntry> entries = new ArrayList<>(entries(key));
        int index = entries.indexOf(before);
        if (index < 0) {
            crowds.delete(crowdKey(key, before));
            StateStores.add(crowds, crowdKey(key, after));
        } else {
            entries.set(index, after);
            put(key, entries);
        }
    }

    /** The texts of other works that a text meets by one of its keys, and that are not too far from it in time. */
    List<StoreKey> neighbours(long key, BlockEntry own) {
        List<BlockEntry> entries = entries(key);
        Set<Integer> crowded = crowdedPeriods(entries);
        if (crowded.contains(own.getPeriod())) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> !entry.getWork().equals(own.getWork()) && !crowded.contains(entry.getPeriod()))
                .filter(entry -> limits.admit(own, entry))
                .map(entry -> StoreKey.of(entry.getWork(), entry.getText()))
                .toList();
    }

    /** Whether a text's key counts for nothing because too many have it. */
    boolean isCrowded(long key, int period) {
        return crowdedPeriods(entries(key)).contains(period);
    }

    /** The texts of one period that have a key; of a crowded one, as many as it takes to be crowded. */
    List<StoreKey> texts(long key, int period) {
        return entries(key).stream()
                .filter(entry -> entry.getPeriod() == period)
                .map(entry -> StoreKey.of(entry.getWork(), entry.getText()))
                .toList();
    }

    private List<BlockEntry> entries(long key) {
        @Nullable List<BlockEntry> known = recent.get(key);
        if (known != null) {
            return known;
        }
        @Nullable Block block = blocks.get(key);
        List<BlockEntry> read = block == null ? List.of() : block.getEntries();
        recent.put(key, read);
        return read;
    }

    private void put(long key, List<BlockEntry> entries) {
        blocks.put(key, entries.isEmpty() ? null : new Block(entries));
        recent.put(key, entries);
    }

    private Set<Integer> crowdedPeriods(List<BlockEntry> entries) {
        if (entries.size() <= limits.mostInBlock()) {
            return Set.of();
        }
        return entries.stream()
                .collect(Collectors.groupingBy(BlockEntry::getPeriod, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(period -> period.getValue() > limits.mostInBlock())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long count(List<BlockEntry> entries, int period) {
        return entries.stream().filter(entry -> entry.getPeriod() == period).count();
    }

    private @Nullable BlockEntry takeFromCrowd(long key, int period) {
        try (KeyValueIterator<StoreKey, byte[]> crowd =
                StateStores.startingWith(crowds, Long.toString(key), Integer.toString(period))) {
            if (!crowd.hasNext()) {
                return null;
            }
            StoreKey next = crowd.next().key;
            crowds.delete(next);
            return new BlockEntry(
                    period, next.part(2), next.part(3), Integer.parseInt(next.part(4)), Integer.parseInt(next.part(5)));
        }
    }

    private static StoreKey crowdKey(long key, BlockEntry entry) {
        return StoreKey.of(
                Long.toString(key),
                Integer.toString(entry.getPeriod()),
                entry.getWork(),
                entry.getText(),
                Integer.toString(entry.getFirstDay()),
                Integer.toString(entry.getLastDay()));
    }

    /**
     * The blocks looked at last, so that those of one text are read once: they are added to and then looked through.
     */
    private static final class Recent extends LinkedHashMap<Long, List<BlockEntry>> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<BlockEntry>> eldest) {
            return size() > BlockKeys.MAX;
        }
    }
}
