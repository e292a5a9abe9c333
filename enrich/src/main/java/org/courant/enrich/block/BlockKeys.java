package org.courant.enrich.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.courant.enrich.record.Profile;

/**
 * The block keys of a work. Two works are compared if they share one.
 *
 * <p>Keys of the text are a thinner sample of its fingerprint, by the same nested rule, so a text shares keys with
 * every text that contains enough of it. Keys of title and authors find papers whose text is missing or rewritten. What
 * keys a work has depends on the work alone.
 */
public final class BlockKeys {
    /** No work has more keys than this. */
    public static final int MAX = 262;

    private static final int MAX_OF_TEXT = 256;
    private static final int FINEST_OF_LONG_TEXTS = 3;
    private static final int ENOUGH_OF_SHORT_TEXTS = 16;
    private static final int TITLE_WORDS = 4;
    private static final int MIN_AUTHORS = 2;
    private static final int AUTHORS = 4;

    /** The longest word of a title tells most and is the last to be reworded. */
    private static final Comparator<String> LONGEST =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    private BlockKeys() {}

    /** The keys, ascending, each once. */
    public static long[] of(Profile profile) {
        LongStream text = Arrays.stream(text(Fingerprint.parse(profile.getFingerprint())));
        LongStream names = names(profile).stream().mapToLong(Shingles::hash);
        return LongStream.concat(text, names).sorted().distinct().toArray();
    }

    private static long[] text(Fingerprint fingerprint) {
        long[] sampled = fingerprint.hashes(level(fingerprint.shingles()));
        return sampled.length <= MAX_OF_TEXT ? sampled : Arrays.copyOf(sampled, MAX_OF_TEXT);
    }

    private static int level(int shingles) {
        int level = 0;
        while (level < FINEST_OF_LONG_TEXTS && shingles >> level > ENOUGH_OF_SHORT_TEXTS) {
            level++;
        }
        while (shingles >> level > MAX_OF_TEXT * 3 / 4) {
            level++;
        }
        return level;
    }

    private static List<String> names(Profile profile) {
        List<String> names = new ArrayList<>();
        List<String> words = List.of(profile.getTitle().split(" ", -1));
        if (words.size() >= TITLE_WORDS) {
            names.add("title:" + profile.getTitle());
        }
        if (profile.getAuthors().size() >= MIN_AUTHORS) {
            names.add("authors:" + String.join(",", profile.getAuthors()));
        }
        String longest = Collections.max(words, LONGEST);
        profile.getAuthors().stream().limit(AUTHORS).forEach(author -> names.add("author:" + author + ":" + longest));
        return names;
    }
}
