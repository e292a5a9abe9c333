package org.courant.enrich.classify.model;

import java.util.Arrays;
import java.util.List;

/**
 * How often each hashed n-gram occurs: one and two words in the lower half of the buckets, three to five characters
 * within a word in the upper half. Hashing (Weinberger et al. 2009) needs no list of the n-grams, so a model carries no
 * text of what it was trained on.
 *
 * @param buckets ascending, 0 to {@link #BUCKETS} - 1
 * @param counts beside them
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
public record NgramCounts(int[] buckets, int[] counts) {
    static final int WORD_BUCKETS = 1 << 16;

    /** All buckets, of words and of characters. */
    public static final int BUCKETS = 2 * WORD_BUCKETS;

    /** Words beyond this number tell nothing new of a section, and a text may be long. */
    public static final int MOST_WORDS = 1_500;

    /** Of one digit; two of them hold every bucket. */
    private static final int DIGIT_BITS = 9;

    private static final int DIGIT = (1 << DIGIT_BITS) - 1;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    /** Counts the n-grams of a text. */
    public static NgramCounts of(List<String> allWords) {
        List<String> words = allWords.subList(0, Math.min(MOST_WORDS, allWords.size()));
        int[] found = new int[1024];
        int size = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int most = size + 2 + 3 * (word.length() + 2);
            if (most > found.length) {
                found = Arrays.copyOf(found, Math.max(most, 2 * found.length));
            }
            found[size++] = word(word);
            if (i + 1 < words.size()) {
                found[size++] = pair(word, words.get(i + 1));
            }
            size = characters(word, found, size);
        }
        return counted(sorted(found, size));
    }

    /** The bucket of a word. */
    public static int word(String word) {
        return bucket(hash(OFFSET_BASIS, word));
    }

    /** The bucket of two words that follow each other. */
    public static int pair(String first, String second) {
        return bucket(hash(step(hash(OFFSET_BASIS, first), ' '), second));
    }

    private static int characters(String word, int[] found, int start) {
        int size = start;
        int length = word.length() + 2;
        for (int from = 0; from + SHORTEST <= length; from++) {
            int hash = OFFSET_BASIS;
            for (int to = from; to < Math.min(length, from + LONGEST); to++) {
                hash = step(hash, to == 0 || to == length - 1 ? ' ' : word.charAt(to - 1));
                if (to - from + 1 >= SHORTEST) {
                    found[size++] = WORD_BUCKETS + bucket(hash);
                }
            }
        }
        return size;
    }

    /** By digits, the lower one first: some thousands of small numbers are sorted so in a fraction of the time. */
    private static int[] sorted(int[] found, int size) {
        return byDigit(byDigit(found, size, 0), size, DIGIT_BITS);
    }

    /** Sorted by the digit that begins at this bit; equal ones keep their order. */
    private static int[] byDigit(int[] numbers, int size, int bit) {
        int[] next = new int[DIGIT + 2];
        for (int i = 0; i < size; i++) {
            next[(numbers[i] >>> bit & DIGIT) + 1]++;
        }
        for (int digit = 1; digit < next.length; digit++) {
            next[digit] += next[digit - 1];
        }
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[next[numbers[i] >>> bit & DIGIT]++] = numbers[i];
        }
        return sorted;
    }

    private static NgramCounts counted(int[] found) {
        int[] buckets = new int[found.length];
        int[] counts = new int[found.length];
        int distinct = 0;
        for (int i = 0; i < found.length; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                buckets[distinct++] = found[i];
            }
            counts[distinct - 1]++;
        }
        return new NgramCounts(Arrays.copyOf(buckets, distinct), Arrays.copyOf(counts, distinct));
    }

    /** FNV-1a, a char a step. */
    private static int hash(int start, String text) {
        int hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    private static int step(int hash, char next) {
        return (hash ^ next) * PRIME;
    }

    /** The low bits of FNV-1a depend on few bits of the text; the finaliser of MurmurHash3 spreads them. */
    private static int bucket(int hash) {
        int spread = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        spread = (spread ^ (spread >>> 13)) * 0xc2b2ae35;
        return (spread ^ (spread >>> 16)) & (WORD_BUCKETS - 1);
    }
}
