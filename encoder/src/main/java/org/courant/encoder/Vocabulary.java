package org.courant.encoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.courant.enrich.text.SpeltWords;
import org.courant.enrich.text.Words;
import org.courant.learn.data.JsonLines;

/**
 * The words of a corpus, and the pairs of words that occur often, with the number of texts that have them.
 *
 * @param terms sorted
 * @param texts number of texts
 * @param corpus the texts
 */
record Vocabulary(List<Term> terms, int texts, List<List<String>> corpus) {
    private static final int LEAST_OF_WORD = 4;
    private static final int LEAST_OF_PAIR = 20;

    private static final Set<String> FUNCTION_WORDS = Set.copyOf(Words.of(
            ("a an the of and or to in on for with by from at as is are be been was were that this these those it its we our"
                    + " they their can which has have had not but also than more most such via using use used based"
                    + " into between over both each other while when where how what through across under within"
                    + " without there only however further")));

    /**
     * A word or a pair of words.
     *
     * @param key as {@link Words} folds it
     * @param spelling as it is spelt most often
     * @param texts number of texts that have it
     */
    record Term(String key, String spelling, int texts) {}

    private static final class Seen {
        private int texts;
        private final Map<String, Integer> spellings = new TreeMap<>();

        String mostOften() {
            return spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
        }
    }

    /** Reads title and abstract of each paper once. */
    static Vocabulary of(List<Path> files) {
        Set<String> ids = new HashSet<>();
        List<List<String>> corpus = new ArrayList<>();
        Map<String, Seen> words = new TreeMap<>();
        Map<String, Seen> pairs = new TreeMap<>();
        JsonLines.forEach(files, line -> {
            if (ids.add(line.path("id").asText())) {
                String body =
                        line.path(line.has("abstract") ? "abstract" : "summary").asText();
                String text = line.path("title").asText() + ". " + body;
                corpus.add(Words.of(text));
                count(Words.of(text), SpeltWords.of(text), words, pairs);
            }
        });
        List<Term> terms = new ArrayList<>();
        keep(words, LEAST_OF_WORD, terms);
        keep(pairs, LEAST_OF_PAIR, terms);
        terms.sort(Comparator.comparing(Term::key));
        return new Vocabulary(terms, corpus.size(), corpus);
    }

    private static void keep(Map<String, Seen> seen, int least, List<Term> terms) {
        seen.forEach((key, term) -> {
            if (term.texts >= least) {
                terms.add(new Term(key, term.mostOften(), term.texts));
            }
        });
    }

    private static void count(List<String> words, List<String> spelt, Map<String, Seen> seen, Map<String, Seen> pairs) {
        Set<String> inText = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            see(words.get(i), spelt.get(i), inText, seen);
            if (i + 1 < words.size() && isContent(words.get(i)) && isContent(words.get(i + 1))) {
                see(words.get(i) + " " + words.get(i + 1), spelt.get(i) + " " + spelt.get(i + 1), inText, pairs);
            }
        }
    }

    private static void see(String key, String spelling, Set<String> inText, Map<String, Seen> seen) {
        Seen term = seen.computeIfAbsent(key, unseen -> new Seen());
        term.texts += inText.add(key) ? 1 : 0;
        term.spellings.merge(spelling, 1, Integer::sum);
    }

    private static boolean isContent(String word) {
        return word.length() > 1 && !FUNCTION_WORDS.contains(word);
    }
}
