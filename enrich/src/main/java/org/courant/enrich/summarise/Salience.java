package org.courant.enrich.summarise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.courant.enrich.text.Words;
import org.courant.schemas.text.LowerCase;

/**
 * How much of its text a sentence tells: its cosine with the whole text and with the title, phrases that announce a
 * contribution, and a length that is neither a fragment nor a list. The weights come from a ridge regression of ROUGE
 * on these features over the training part of SciTLDR (Cachola et al., 2020), rounded.
 */
public final class Salience {
    private static final double TEXT = 0.46;
    private static final double TITLE = 0.31;
    private static final double TITLE_WORDS = 0.24;
    private static final double FIRST = 0.06;
    private static final double PER_WORD = -0.0026;
    private static final int MOST_WORDS_COUNTED = 60;

    /** The function words of English, and the words that every abstract has. */
    private static final Set<String> STOP_WORDS =
            Set.copyOf(List.of(("a an the and or but if of in on at to for from by with without as is"
                            + " are was were be been being this that these those it its they their them we our us i you he she his"
                            + " her which who whom whose what when where how why than then there here such not no nor so can could"
                            + " may might will would shall should do doe does did has ha have had having also more most some any all each"
                            + " both other into over under between among about through during via per while however thus hence"
                            + " therefore often many much very only same one two use used using based paper work show propose present"
                            + " introduce new novel approach approache method")
                    .split(" ")));

    private record Cue(String phrase, double weight) {}

    private static final List<Cue> CUES = List.of(
            new Cue(" this paper", 0.35),
            new Cue(" in this paper", -0.27),
            new Cue(" this work", 0.23),
            new Cue(" in this work", -0.14),
            new Cue(" this study", 0.06),
            new Cue(" we ", 0.10),
            new Cue(" we present", 0.20),
            new Cue(" we propose", 0.17),
            new Cue(" we introduce", 0.16),
            new Cue(" we study", 0.19),
            new Cue(" we describe", 0.15),
            new Cue(" we examine", 0.13),
            new Cue(" we explore", 0.13),
            new Cue(" we develop", 0.11),
            new Cue(" we investigate", 0.07),
            new Cue(" we address", 0.06),
            new Cue(" we provide", 0.05),
            new Cue(" we analyze", 0.05),
            new Cue(" we find", -0.05),
            new Cue(" we evaluate", -0.10),
            new Cue(" a method", 0.11),
            new Cue(" an approach", 0.06),
            new Cue(" novel", 0.11),
            new Cue(" results show", 0.07),
            new Cue(" outperform", -0.04),
            new Cue(" state-of-the-art", 0.04),
            new Cue(" first", 0.04),
            new Cue(" code is", -0.09));

    private Salience() {}

    /** One score for each sentence of a text; only their order means something. */
    public static double[] of(String title, List<String> sentences) {
        List<List<String>> words =
                sentences.stream().map(Salience::contentWords).toList();
        Map<String, Integer> text = new HashMap<>();
        words.forEach(sentence -> sentence.forEach(word -> text.merge(word, 1, Integer::sum)));
        List<String> titleWords = contentWords(title);
        Map<String, Integer> titleCounts = counts(titleWords);
        long textSquare = square(text);
        long titleSquare = square(titleCounts);
        double[] scores = new double[sentences.size()];
        for (int i = 0; i < scores.length; i++) {
            Map<String, Integer> counts = counts(words.get(i));
            scores[i] = TEXT * cosine(counts, text, textSquare)
                    + TITLE * cosine(counts, titleCounts, titleSquare)
                    + TITLE_WORDS * share(titleCounts.keySet(), counts.keySet())
                    + (i == 0 ? FIRST : 0)
                    + length(sentences.get(i))
                    + cues(sentences.get(i));
        }
        return scores;
    }

    private static List<String> contentWords(String text) {
        return Words.of(text).stream()
                .filter(word -> word.length() > 1 && !STOP_WORDS.contains(word))
                .toList();
    }

    private static Map<String, Integer> counts(List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    /** Whole numbers until the last step, so that the order of a hash table cannot show in the result. */
    private static double cosine(Map<String, Integer> one, Map<String, Integer> other, long otherSquare) {
        long product = 0;
        for (Map.Entry<String, Integer> word : one.entrySet()) {
            product += (long) word.getValue() * other.getOrDefault(word.getKey(), 0);
        }
        return product == 0 ? 0 : product / Math.sqrt((double) square(one) * otherSquare);
    }

    private static long square(Map<String, Integer> counts) {
        long sum = 0;
        for (int count : counts.values()) {
            sum += (long) count * count;
        }
        return sum;
    }

    private static double share(Set<String> title, Set<String> sentence) {
        int shared = 0;
        for (String word : title) {
            shared += sentence.contains(word) ? 1 : 0;
        }
        return title.isEmpty() ? 0 : (double) shared / title.size();
    }

    private static double length(String sentence) {
        int words = Length.inWords(sentence);
        double extreme = words < 10 ? -0.07 : words > 45 ? -0.07 : words > 35 ? -0.04 : 0;
        return PER_WORD * Math.min(words, MOST_WORDS_COUNTED) + extreme;
    }

    private static double cues(String sentence) {
        String folded = " " + LowerCase.of(sentence);
        double sum = 0;
        for (Cue cue : CUES) {
            sum += folded.contains(cue.phrase()) ? cue.weight() : 0;
        }
        return sum;
    }
}
