package org.courant.testkit;

import java.util.Random;

/** One seed of a {@link SeededTest}. */
public final class Seed {
    private final int number;
    private volatile boolean tried;

    Seed(int number) {
        this.number = number;
    }

    /** At least 1. */
    public int number() {
        return number;
    }

    /** A new generator that begins at this seed. */
    public Random random() {
        return new Random(number);
    }

    /** States that this seed had what the law is about; see {@link SeededTest#floor}. */
    public void tried() {
        tried = true;
    }

    boolean hasTried() {
        return tried;
    }
}
