package org.courant.cli.evaluate.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.courant.enrich.text.Sentences;

/**
 * Makes of a text what other channels make of it. The same seed gives the same variants.
 *
 * <ul>
 *   <li>Truncated: the first 60 % of the sentences, rounded up.
 *   <li>Lightly revised: of all words 4 % are dropped, 6 % replaced by words of another text and 3 % preceded by one;
 *       in half of the texts with at least four sentences one sentence is left out, in the other half two neighbours
 *       change places.
 *   <li>Quoted: an introduction, the whole text or (one in two) a run of 60 % of its sentences, and 100 to 400 words of
 *       other people's talk after it.
 * </ul>
 */
final class Variants {
    private static final double KEPT = 0.6;
    private static final double DROPPED = 0.04;
    private static final double REPLACED = 0.06;
    private static final double INSERTED = 0.03;
    private static final int MIN_SENTENCES = 4;
    private static final int MIN_TALK = 100;
    private static final int MAX_TALK = 400;
    private static final String INTRODUCTION =
            "Has anybody here tried this? I came across it this morning and am not sure what to make of it. They write: ";

    private final SplittableRandom random;

    Variants(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String truncated(String text) {
        List<String> sentences = Sentences.of(text);
        return String.join(" ", sentences.subList(0, (int) Math.ceil(sentences.size() * KEPT)));
    }

    String revised(String text, String other) {
        List<String> sentences = new ArrayList<>(Sentences.of(text));
        if (sentences.size() >= MIN_SENTENCES) {
            int chosen = random.nextInt(sentences.size() - 1);
            String sentence = sentences.remove(chosen);
            if (random.nextBoolean()) {
                sentences.add(chosen + 1, sentence);
            }
        }
        String[] vocabulary = other.split("\\s+", -1);
        StringBuilder revised = new StringBuilder();
        for (String word : String.join(" ", sentences).split(" ", -1)) {
            double chance = random.nextDouble();
            if (chance >= DROPPED) {
                boolean replaced = chance < DROPPED + REPLACED;
                boolean preceded = chance > 1 - INSERTED;
                String foreign = vocabulary[random.nextInt(vocabulary.length)];
                revised.append(preceded ? foreign + " " : "")
                        .append(replaced ? foreign : word)
                        .append(' ');
            }
        }
        return revised.toString().strip();
    }

    /** Replaces so large a share of the words by words of another text. */
    String replaced(String text, String other, double share) {
        String[] vocabulary = other.split("\\s+", -1);
        return Stream.of(text.split("\\s+", -1))
                .map(word -> random.nextDouble() < share ? vocabulary[random.nextInt(vocabulary.length)] : word)
                .collect(Collectors.joining(" "));
    }

    /** Puts the text into the middle of so many words of other texts. */
    String embedded(String text, List<String> around, int words) {
        int start = random.nextInt(Math.max(1, around.size() - words));
        int end = Math.min(around.size(), start + words);
        int middle = (start + end) / 2;
        return String.join(" ", around.subList(start, middle)) + " " + text + " "
                + String.join(" ", around.subList(middle, end));
    }

    /** The first so many sentences. */
    static String first(String text, int sentences) {
        return String.join(" ", Sentences.of(text).stream().limit(sentences).toList());
    }

    String quoted(String text, String talk) {
        List<String> sentences = Sentences.of(text);
        int length = random.nextBoolean() ? sentences.size() : (int) Math.ceil(sentences.size() * KEPT);
        int start = random.nextInt(sentences.size() - length + 1);
        String quote = String.join(" ", sentences.subList(start, start + length));
        String[] words = talk.split("\\s+", -1);
        int said = Math.min(words.length, random.nextInt(MIN_TALK, MAX_TALK));
        int from = random.nextInt(words.length - said + 1);
        return INTRODUCTION + quote + "\n\n" + String.join(" ", List.of(words).subList(from, from + said));
    }
}
