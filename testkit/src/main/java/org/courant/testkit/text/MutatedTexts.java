package org.courant.testkit.text;

import java.util.List;
import java.util.Random;

/**
 * Texts that are samples with mistakes: parts lost, doubled, moved, replaced by an opening or a character that is rare.
 * The same seed and samples give the same texts.
 */
public final class MutatedTexts {
    /** Longest text in characters. */
    public static final int MAX_LENGTH = 32 * 1024;

    private static final int MAX_MISTAKES = 8;
    private static final int MAX_REPEATS = 64;
    private static final List<String> PIECES = AdversarialText.all().stream()
            .flatMap(text -> List.of(text.begin(), text.unit(), text.end()).stream())
            .filter(piece -> !piece.isEmpty())
            .distinct()
            .toList();

    private final Random random;
    private final List<String> samples;

    /** @param samples at least one */
    public MutatedTexts(long seed, List<String> samples) {
        this.random = new Random(seed);
        this.samples = List.copyOf(samples);
    }

    /** Another text. */
    public String next() {
        String sample = any(samples);
        int begin = sample.length() <= MAX_LENGTH ? 0 : random.nextInt(sample.length() - MAX_LENGTH);
        StringBuilder text = new StringBuilder(sample).delete(0, begin);
        text.setLength(Math.min(text.length(), MAX_LENGTH));
        for (int i = random.nextInt(MAX_MISTAKES); i >= 0; i--) {
            mistake(text);
        }
        text.setLength(Math.min(text.length(), MAX_LENGTH));
        return text.toString();
    }

    private void mistake(StringBuilder text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(1 << random.nextInt(11)));
        String part = text.substring(from, to);
        switch (random.nextInt(8)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, any(PIECES));
            case 2 -> text.replace(from, to, any(PIECES));
            case 3 -> text.insert(from, any(PIECES).repeat(1 + random.nextInt(MAX_REPEATS)));
            case 4 -> text.insert(from, part.repeat(1 + random.nextInt(8)));
            case 5 -> text.delete(from, to).insert(random.nextInt(text.length() + 1), part);
            case 6 -> text.insert(from, (char) random.nextInt(0x10000));
            default -> {
                String other = any(samples);
                int start = random.nextInt(other.length() + 1);
                text.insert(from, other, start, Math.min(other.length(), start + 1 + random.nextInt(500)));
            }
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
