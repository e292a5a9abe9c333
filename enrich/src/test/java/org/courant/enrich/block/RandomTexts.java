package org.courant.enrich.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that nobody would write. */
public final class RandomTexts {
    private final Random random;

    public RandomTexts(long seed) {
        this.random = new Random(seed);
    }

    /** So many words of a vocabulary of a hundred thousand. */
    public List<String> words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + Integer.toString(random.nextInt(100_000), 36));
        }
        return words;
    }

    /** Up to so many UTF-16 units of any kind, lone surrogates among them. */
    public String anything(int most) {
        int length = random.nextInt(most + 1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(4) == 0 ? ' ' : (char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    /** A number below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
