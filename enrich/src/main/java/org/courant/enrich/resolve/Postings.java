package org.courant.enrich.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Numbers of texts by block key. Most keys have one text, so it stands in the table itself: a hash table of primitives
 * with linear probing, in which a key of several texts has the number of a list.
 */
final class Postings {
    /** 2^64 divided by the golden ratio (Knuth, <i>The Art of Computer Programming</i>, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Slots hold this where no key stands, {@link #NONE} where one stands that has no text any more. */
    private static final int FREE = 0;

    private static final int NONE = Integer.MIN_VALUE;

    private long[] keys = new long[1 << 6];
    private int[] slots = new int[1 << 6];
    private int used;
    private final List<int[]> lists = new ArrayList<>();
    private final Deque<Integer> freeLists = new ArrayDeque<>();

    /** How many texts a key has. */
    int count(long key) {
        int slot = slots[find(key)];
        if (slot == FREE || slot == NONE) {
            return 0;
        }
        return slot > 0 ? 1 : lists.get(~slot)[0];
    }

    void forEach(long key, IntConsumer text) {
        int slot = slots[find(key)];
        if (slot > 0) {
            text.accept(slot - 1);
        } else if (slot != FREE && slot != NONE) {
            int[] list = lists.get(~slot);
            for (int i = 1; i <= list[0]; i++) {
                text.accept(list[i]);
            }
        }
    }

    void add(long key, int text) {
        if (used * 4 > slots.length * 3) {
            grow();
        }
        int at = find(key);
        int slot = slots[at];
        if (slot == FREE) {
            used++;
        }
        if (slot == FREE || slot == NONE) {
            keys[at] = key;
            slots[at] = text + 1;
        } else if (slot > 0) {
            slots[at] = ~newList(slot - 1, text);
        } else {
            append(~slot, text);
        }
    }

    void remove(long key, int text) {
        int at = find(key);
        int slot = slots[at];
        if (slot == text + 1) {
            slots[at] = NONE;
        } else if (slot < 0 && slot != NONE) {
            int[] list = lists.get(~slot);
            for (int i = 1; i <= list[0]; i++) {
                if (list[i] == text) {
                    list[i] = list[list[0]];
                    list[0]--;
                    break;
                }
            }
            if (list[0] == 1) {
                slots[at] = list[1] + 1;
                freeLists.add(~slot);
            }
        }
    }

    private int newList(int first, int second) {
        int[] list = {2, first, second, 0};
        if (freeLists.isEmpty()) {
            lists.add(list);
            return lists.size() - 1;
        }
        int number = freeLists.remove();
        lists.set(number, list);
        return number;
    }

    private void append(int number, int text) {
        int[] list = lists.get(number);
        if (list[0] + 1 == list.length) {
            list = Arrays.copyOf(list, list.length * 2);
            lists.set(number, list);
        }
        list[++list[0]] = text;
    }

    /** Where a key stands, or would. */
    private int find(long key) {
        int mask = slots.length - 1;
        int at = (int) ((key * SPREAD) >>> 33) & mask;
        while (slots[at] != FREE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = new int[oldSlots.length * 2];
        used = 0;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != FREE && oldSlots[i] != NONE) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                slots[at] = oldSlots[i];
                used++;
            }
        }
    }
}
