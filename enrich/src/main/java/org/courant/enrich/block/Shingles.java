package org.courant.enrich.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.courant.enrich.text.FoldedText;
import org.courant.enrich.text.Words;

/**
 * The word shingles of a text (Broder, <i>On the resemblance and containment of documents</i>, 1997) as 64-bit hashes.
 * Case, punctuation, diacritics and the plural's s make no difference.
 *
 * <p>The hash is part of what is stored: it must stay the same forever. A word is folded into 64 bits character by
 * character, a shingle combines its words, and the finaliser of MurmurHash3 (Appleby, 2011) spreads the result, so that
 * any bits of it may serve as a random sample.
 */
public final class Shingles {
    /** Words in a shingle: two meet in unrelated papers too often, four do not survive a light revision. */
    public static final int WORDS = 3;

    /** Longer texts are read up to here; no announcement of a work is longer. */
    public static final int MAX_CHARACTERS = 1 << 20;

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Shingles() {}

    /** Hashes of the shingles of a text, ascending, each once; none where it has fewer than {@link #WORDS} words. */
    public static long[] of(String text) {
        long[] words = words(text);
        if (words.length < WORDS) {
            return new long[0];
        }
        long[] hashes = new long[words.length - WORDS + 1];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0;
            for (int j = i; j < i + WORDS; j++) {
                hash = (Long.rotateLeft(hash, 23) ^ words[j]) * ODD;
            }
            hashes[i] = spread(hash);
        }
        return distinct(hashes);
    }

    /** Hash of a name or key that is compared as a whole. */
    public static long hash(String whole) {
        long hash = whole.length();
        for (int i = 0; i < whole.length(); i++) {
            hash = (hash ^ whole.charAt(i)) * ODD;
            hash ^= hash >>> 32;
        }
        return spread(hash);
    }

    private static long[] words(String text) {
        String read = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        List<String> words = Words.of(FoldedText.of(read));
        return words.stream().anyMatch(Shingles::isUnspaced)
                ? characters(words)
                : words.stream().mapToLong(Shingles::hash).toArray();
    }

    /** Chinese and Japanese put no space between words; there, every character counts as one. */
    private static long[] characters(List<String> words) {
        List<String> parts = new ArrayList<>();
        for (String word : words) {
            if (isUnspaced(word)) {
                word.codePoints().forEach(point -> parts.add(Character.toString(point)));
            } else {
                parts.add(word);
            }
        }
        return parts.stream().mapToLong(Shingles::hash).toArray();
    }

    private static boolean isUnspaced(String word) {
        char first = word.charAt(0);
        return first >= 0x2E80 && word.codePoints().anyMatch(Shingles::isUnspaced);
    }

    private static boolean isUnspaced(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static long spread(long hash) {
        long spread = hash;
        spread = (spread ^ (spread >>> 33)) * 0xFF51AFD7ED558CCDL;
        spread = (spread ^ (spread >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return spread ^ (spread >>> 33);
    }

    private static long[] distinct(long[] hashes) {
        Arrays.sort(hashes);
        int kept = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[kept++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, kept);
    }
}
