package org.courant.enrich.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The blocking index: the texts of each period by block key, in memory. It follows from the descriptors, so it is in no
 * changelog and is built anew when its task starts.
 *
 * <p>A block key that too many texts of one period have is no evidence in that period (block purging), so that no block
 * costs more than a bounded number of comparisons. Whether it is follows from how many have it, and not from which came
 * first.
 */
final class BlockIndex {
    private final MatchLimits limits;
    private final NavigableMap<Integer, Period> periods = new TreeMap<>();

    /** @param limits how many texts of one period one block key may bring together, and how far apart they may be */
    BlockIndex(MatchLimits limits) {
        this.limits = limits;
    }

    /** A text with its block keys, as it stands in the index. */
    static final class Indexed {
        private final BlockEntry entry;
        private final long[] keys;

        Indexed(BlockEntry entry, long[] keys) {
            this.entry = entry;
            this.keys = keys;
        }

        BlockEntry entry() {
            return entry;
        }

        /** Ascending, each once. */
        LongStream keys() {
            return Arrays.stream(keys);
        }

        boolean has(long key) {
            return Arrays.binarySearch(keys, key) >= 0;
        }
    }

    /**
     * Puts a text in the place of another one of the same name.
     *
     * @param before what stands there, null for nothing
     * @param after what shall stand there, null for nothing
     * @return texts of blocks that have become oversized by it or are so no more
     */
    Set<TextName> replace(@Nullable Indexed before, @Nullable Indexed after) {
        Set<TextName> turned = new LinkedHashSet<>();
        if (before != null
                && after != null
                && before.entry().period() == after.entry().period()) {
            @Nullable Period period = periods.get(after.entry().period());
            if (period != null) {
                period.redate(after.entry());
            }
            return turned;
        }
        if (before != null) {
            @Nullable Period period = periods.get(before.entry().period());
            if (period != null) {
                period.remove(before, limits.mostInBlock(), turned);
            }
        }
        if (after != null) {
            periods.computeIfAbsent(after.entry().period(), number -> new Period())
                    .add(after, limits.mostInBlock(), turned);
        }
        return turned;
    }

    /** The texts of other works that a text meets by one of its keys, and that are not too far from it in time. */
    Set<TextName> candidates(Indexed own) {
        Set<TextName> found = new TreeSet<>();
        List<Period> near = periods.values().stream()
                .filter(period -> period.mayHold(own.entry(), limits))
                .toList();
        for (long key : own.keys) {
            if (!isPurged(key, own.entry().period())) {
                for (Period period : near) {
                    if (period.count(key) <= limits.mostInBlock()) {
                        period.postings.forEach(key, number -> add(found, own.entry(), period.entry(number)));
                    }
                }
            }
        }
        return found;
    }

    private void add(Set<TextName> found, BlockEntry own, BlockEntry other) {
        if (!other.text().work().equals(own.text().work()) && limits.admit(own, other)) {
            found.add(other.text());
        }
    }

    /** Whether a key is no evidence since too many texts of a period have it. */
    boolean isPurged(long key, int period) {
        @Nullable Period held = periods.get(period);
        return held != null && held.count(key) > limits.mostInBlock();
    }

    /** Forgets the periods before the first open one; returns how many texts they held. */
    int forgetBefore(int firstOpenPeriod) {
        NavigableMap<Integer, Period> closed = periods.headMap(firstOpenPeriod, false);
        int count = closed.values().stream()
                .mapToInt(period -> period.numbers.size())
                .sum();
        closed.clear();
        return count;
    }

    /** The texts of one period. */
    private static final class Period {
        private final Postings postings = new Postings();
        private final List<@Nullable BlockEntry> entries = new ArrayList<>();
        private final Map<TextName, Integer> numbers = new HashMap<>();
        private final Deque<Integer> free = new ArrayDeque<>();
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;

        boolean mayHold(BlockEntry own, MatchLimits limits) {
            return limits.admit(own, new BlockEntry(own.text(), own.period(), firstDay, lastDay));
        }

        int count(long key) {
            return postings.count(key);
        }

        BlockEntry entry(int number) {
            return Objects.requireNonNull(entries.get(number));
        }

        void add(Indexed text, int most, Set<TextName> turned) {
            int number = free.isEmpty() ? entries.size() : free.remove();
            if (number == entries.size()) {
                entries.add(null);
            }
            numbers.put(text.entry().text(), number);
            redate(text.entry());
            for (long key : text.keys) {
                postings.add(key, number);
                if (count(key) == most + 1) {
                    postings.forEach(key, each -> turned.add(entry(each).text()));
                }
            }
        }

        void remove(Indexed text, int most, Set<TextName> turned) {
            @Nullable Integer number = numbers.remove(text.entry().text());
            if (number == null) {
                return;
            }
            for (long key : text.keys) {
                postings.remove(key, number);
                if (count(key) == most) {
                    postings.forEach(key, each -> turned.add(entry(each).text()));
                }
            }
            entries.set(number, null);
            free.add(number);
        }

        /** The days of a text have changed. */
        void redate(BlockEntry entry) {
            @Nullable Integer number = numbers.get(entry.text());
            if (number != null) {
                entries.set(number, entry);
                firstDay = Math.min(firstDay, entry.firstDay());
                lastDay = Math.max(lastDay, entry.lastDay());
            }
        }
    }
}
