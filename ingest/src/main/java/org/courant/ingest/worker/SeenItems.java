package org.courant.ingest.worker;

/**
 * Remembers the fingerprint of every item that the sources of a partition have delivered, in 21 to 43 bytes an item: an
 * open-addressing table of key hash and fingerprint, between three eighths and three quarters full.
 *
 * <p>Two keys with one 64-bit hash would be taken for one; they would then be written again at every poll, never lost.
 * With ten million items the odds of a single such pair are about one in 400,000.
 */
final class SeenItems {
    private static final int FIRST_SLOTS = 1024;

    private long[] table = new long[2 * FIRST_SLOTS];
    private int size;

    /** Whether the item was delivered with this very content. */
    boolean holds(String key, long fingerprint) {
        int slot = slot(hash(key));
        return table[slot] != 0 && table[slot + 1] == fingerprint;
    }

    void remember(String key, long fingerprint) {
        put(hash(key), fingerprint);
    }

    int size() {
        return size;
    }

    /** Memory taken, in bytes. */
    long bytes() {
        return 8L * table.length;
    }

    private void put(long hash, long fingerprint) {
        int slot = slot(hash);
        if (table[slot] == 0) {
            if (4L * (size + 1) > 3L * (table.length / 2)) {
                grow();
                slot = slot(hash);
            }
            table[slot] = hash;
            size++;
        }
        table[slot + 1] = fingerprint;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(2, old.length)];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                put(old[i], old[i + 1]);
            }
        }
    }

    /** Where a hash stands, or the free place where it would. */
    private int slot(long hash) {
        int mask = table.length / 2 - 1;
        int index = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[2 * index] != 0 && table[2 * index] != hash) {
            index = (index + 1) & mask;
        }
        return 2 * index;
    }

    /** FNV-1a over the characters, then the finaliser of splitmix64; never 0, which marks a free place. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
