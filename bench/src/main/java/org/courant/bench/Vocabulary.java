package org.courant.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invented words with the frequencies of a language: the word of rank r is used in proportion to 1 / (r + 2.7) (Zipf's
 * law as Mandelbrot corrected it). Frequent words are short, as they are in a language.
 */
final class Vocabulary {
    private static final int SIZE = 30_000;
    private static final double OFFSET = 2.7;
    private static final String[] ONSETS = {
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl", "gr", "ch", "qu"
    };
    private static final String[] RHYMES = {"a", "e", "i", "o", "u", "an", "en", "in", "or", "al", "is", "et"};

    private final List<String> words;
    private final double[] upTo;

    Vocabulary() {
        Random random = new Random(30_000);
        Set<String> invented = new LinkedHashSet<>();
        while (invented.size() < SIZE) {
            invented.add(invent(random, 1 + (int) Math.log10(1 + invented.size())));
        }
        words = new ArrayList<>(invented);
        upTo = new double[SIZE];
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1 / (rank + 1 + OFFSET);
            upTo[rank] = sum;
        }
    }

    /** A word, drawn with its frequency. */
    String word(Random random) {
        int rank = Arrays.binarySearch(upTo, random.nextDouble() * upTo[SIZE - 1]);
        return words.get(rank < 0 ? -rank - 1 : rank);
    }

    /** A word as names are: rare ones are as likely as frequent ones. */
    String name(Random random) {
        String word = words.get(100 + random.nextInt(SIZE - 100));
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String invent(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(ONSETS[random.nextInt(ONSETS.length)]).append(RHYMES[random.nextInt(RHYMES.length)]);
        }
        return word.toString();
    }
}
