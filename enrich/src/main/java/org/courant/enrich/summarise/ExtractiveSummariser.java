package org.courant.enrich.summarise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.enrich.text.Sentences;
import org.courant.enrich.text.Words;

/**
 * Picks five to eight whole sentences of the source, in the source's order. A source that has no more than that is kept
 * whole; nothing is ever added. Sentences are ranked by what they share with the title and with the other sentences, by
 * phrases that announce a contribution or a result, and by where they stand.
 */
public final class ExtractiveSummariser implements Summariser {
    private static final String VERSION = "extractive-1";

    private static final int LEAST_SENTENCES = 5;
    private static final int MOST_SENTENCES = 8;
    private static final int MOST_WORDS = 190;

    /** No single sentence is longer; text without full stops is cut at a word. */
    private static final int MOST_CHARACTERS = 1_200;

    private static final List<String> CUES = List.of(
            "we propose",
            "we present",
            "we introduce",
            "this paper",
            "in this work",
            "we show",
            "we find",
            "we demonstrate",
            "experiment",
            "result",
            "outperform",
            "achieve",
            "improve",
            "our method",
            "our approach",
            "propose",
            "introduce",
            "evaluate",
            "state of the art",
            "code is available");

    @Override
    public String summarise(String title, String body) {
        List<String> sentences =
                Sentences.of(body).stream().map(ExtractiveSummariser::bounded).toList();
        if (sentences.size() <= LEAST_SENTENCES || fits(sentences)) {
            return String.join(" ", sentences);
        }
        double[] scores = scores(title, sentences);
        List<Integer> best = IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
                .toList();
        return chosen(best, sentences).stream().sorted().map(sentences::get).collect(Collectors.joining(" "));
    }

    @Override
    public String version() {
        return VERSION;
    }

    private static boolean fits(List<String> sentences) {
        return sentences.size() <= MOST_SENTENCES
                && sentences.stream().mapToInt(ExtractiveSummariser::length).sum() <= MOST_WORDS;
    }

    private static List<Integer> chosen(List<Integer> best, List<String> sentences) {
        List<Integer> chosen = new ArrayList<>();
        int words = 0;
        for (int candidate : best) {
            int length = length(sentences.get(candidate));
            boolean room = chosen.size() < LEAST_SENTENCES || words + length <= MOST_WORDS;
            if (room && chosen.size() < MOST_SENTENCES) {
                chosen.add(candidate);
                words += length;
            }
        }
        return chosen;
    }

    private static double[] scores(String title, List<String> sentences) {
        List<List<String>> words = sentences.stream().map(Words::of).toList();
        List<Set<String>> bags =
                words.stream().map(ExtractiveSummariser::content).toList();
        Set<String> titleWords = content(Words.of(title));
        Map<String, Integer> spread = new HashMap<>();
        bags.forEach(bag -> bag.forEach(word -> spread.merge(word, 1, Integer::sum)));
        double[] scores = new double[sentences.size()];
        for (int i = 0; i < scores.length; i++) {
            double position = i == 0 ? 0.4 : i == scores.length - 1 ? 0.3 : 0.1 / (i + 1);
            scores[i] =
                    centrality(bags.get(i), spread) + overlap(bags.get(i), titleWords) + cues(words.get(i)) + position;
        }
        return scores;
    }

    /** How much of a sentence the other sentences talk about too, 0 to 1. */
    private static double centrality(Set<String> bag, Map<String, Integer> spread) {
        long shared =
                bag.stream().filter(word -> spread.getOrDefault(word, 0) > 1).count();
        return bag.isEmpty() ? 0 : (double) shared / bag.size();
    }

    /** How much of the title a sentence repeats, 0 to 1. */
    private static double overlap(Set<String> bag, Set<String> title) {
        long shared = title.stream().filter(bag::contains).count();
        return title.isEmpty() ? 0 : (double) shared / title.size();
    }

    private static double cues(List<String> words) {
        String plain = " " + String.join(" ", words);
        return Math.min(
                        3,
                        CUES.stream().filter(cue -> plain.contains(" " + cue)).count())
                * 0.3;
    }

    private static Set<String> content(List<String> words) {
        return words.stream().filter(word -> word.length() > 3).collect(Collectors.toCollection(HashSet::new));
    }

    private static int length(String sentence) {
        return sentence.split(" ").length;
    }

    private static String bounded(String sentence) {
        if (sentence.length() <= MOST_CHARACTERS) {
            return sentence;
        }
        int cut = sentence.lastIndexOf(' ', MOST_CHARACTERS);
        int end = cut > 0 ? cut : MOST_CHARACTERS;
        return sentence.substring(0, Character.isHighSurrogate(sentence.charAt(end - 1)) ? end - 1 : end) + " …";
    }
}
