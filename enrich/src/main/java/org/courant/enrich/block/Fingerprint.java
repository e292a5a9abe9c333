package org.courant.enrich.block;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A sample of the rare shingles of a text, from which containment and resemblance of two texts are estimated.
 *
 * <p>A shingle is sampled by its own hash: at level n those whose n lowest bits are zero, one in 2^n (FracMinHash:
 * Irber et al., <i>Lightweight compositional analysis of metagenomes with FracMinHash</i>, 2022; Broder's "mod m"
 * sketch, 1997). So levels are nested, what is sampled of a sentence does not depend on the text around it, and a short
 * text can be looked for in a long one by sampling both at the coarser of their levels. Unlike a MinHash of fixed size
 * this keeps containment, and unlike an unlimited sample its size is bounded: the level rises with the length of the
 * text.
 *
 * <p>Shingles that are common in the {@link FrequencyTable} are no evidence and are left out of everything here.
 */
public final class Fingerprint {
    /** No fingerprint holds more hashes than this. */
    public static final int MAX_HASHES = 1024;

    /** Bits of a hash that are kept. Sampled bits are among them, so the coarsest level still tells 2^24 apart. */
    private static final int BITS = 40;

    private static final int BYTES = BITS / 8;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final int COMPLETE_UP_TO = 64;
    private static final int HALVED_UP_TO = 128;

    private final int level;
    private final int shingles;
    private final long[] hashes;

    private Fingerprint(int level, int shingles, long[] hashes) {
        this.level = level;
        this.shingles = shingles;
        this.hashes = hashes;
    }

    /** The fingerprint of a text. */
    public static Fingerprint of(String text, FrequencyTable frequencies) {
        return of(Shingles.of(text), frequencies);
    }

    /** The fingerprint of a text with these shingles, ascending, each once. */
    public static Fingerprint of(long[] shingles, FrequencyTable frequencies) {
        long[] rare = Arrays.stream(shingles)
                .filter(shingle -> !frequencies.isCommon(shingle))
                .toArray();
        int level = level(rare.length);
        return new Fingerprint(level, rare.length, sample(rare, level));
    }

    /** Reads what {@link #bytes} writes. */
    public static Fingerprint parse(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        if (in.remaining() < HEADER_BYTES || (in.remaining() - HEADER_BYTES) % BYTES != 0) {
            throw new IllegalArgumentException("no fingerprint has " + in.remaining() + " bytes");
        }
        int level = in.get();
        int shingles = in.getInt();
        long[] hashes = new long[in.remaining() / BYTES];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = ((in.get() & 0xFFL) << 32) | (in.getInt() & 0xFFFFFFFFL);
        }
        return new Fingerprint(level, shingles, hashes);
    }

    /** The level, the number of rare shingles and the hashes, ascending: 5 bytes and 5 more for each hash. */
    public ByteBuffer bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + hashes.length * BYTES);
        out.put((byte) level).putInt(shingles);
        for (long hash : hashes) {
            out.put((byte) (hash >>> 32)).putInt((int) hash);
        }
        return out.flip();
    }

    /** One in 2^level shingles is sampled. */
    public int level() {
        return level;
    }

    /** Number of distinct rare shingles of the whole text. */
    public int shingles() {
        return shingles;
    }

    /** The sampled hashes of a level, ascending; of its own level where the one asked for is finer. */
    public long[] hashes(int atLevel) {
        return atLevel <= level ? hashes.clone() : coarser(hashes, atLevel);
    }

    /** What two samples have in common, both taken at the coarser of their levels. */
    public Overlap overlap(Fingerprint other) {
        int coarser = Math.max(level, other.level);
        long mask = mask(coarser);
        int mine = 0;
        int theirs = 0;
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length || j < other.hashes.length) {
            long left = i < hashes.length ? hashes[i] : Long.MAX_VALUE;
            long right = j < other.hashes.length ? other.hashes[j] : Long.MAX_VALUE;
            boolean sampled = (Math.min(left, right) & mask) == 0;
            if (left <= right) {
                mine += sampled ? 1 : 0;
                i++;
            }
            if (right <= left) {
                theirs += sampled ? 1 : 0;
                j++;
            }
            shared += sampled && left == right ? 1 : 0;
        }
        return new Overlap(mine, theirs, shared, coarser);
    }

    private static int level(int shingles) {
        if (shingles <= COMPLETE_UP_TO) {
            return 0;
        } else if (shingles <= HALVED_UP_TO) {
            return 1;
        }
        int level = 2;
        while (shingles >> level > MAX_HASHES * 3 / 4) {
            level++;
        }
        return level;
    }

    private static long[] sample(long[] shingles, int level) {
        long[] kept = coarser(
                Arrays.stream(shingles).map(hash -> hash & ((1L << BITS) - 1)).toArray(), level);
        Arrays.sort(kept);
        return kept.length <= MAX_HASHES ? kept : Arrays.copyOf(kept, MAX_HASHES);
    }

    private static long[] coarser(long[] hashes, int level) {
        long mask = mask(level);
        return Arrays.stream(hashes).filter(hash -> (hash & mask) == 0).toArray();
    }

    private static long mask(int level) {
        return (1L << level) - 1;
    }
}
