package org.courant.learn.train;

/** Reproducible orders: SplitMix64 (Steele et al. 2014) and the shuffle of Fisher and Yates. */
public final class Shuffle {
    private long state;

    public Shuffle(long seed) {
        this.state = seed;
    }

    /** Puts the numbers in another order. */
    public void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = below(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
    }

    /** A number from 0 up to, and without, the bound. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
