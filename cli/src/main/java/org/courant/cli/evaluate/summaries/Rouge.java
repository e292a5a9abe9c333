package org.courant.cli.evaluate.summaries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * Overlap with a summary that a person wrote: C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries",
 * 2004, with Porter stems. All three are F1, 0 to 1.
 *
 * @param one words in common
 * @param two pairs of neighbouring words in common
 * @param longest longest common subsequence of words
 */
record Rouge(double one, double two, double longest) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    /** Against the reference with the best ROUGE-1, as the authors of SciTLDR do. */
    static Rouge best(List<String> summary, List<List<String>> references) {
        Rouge best = new Rouge(0, 0, 0);
        for (List<String> reference : references) {
            double one = overlap(summary, reference, 1);
            if (one > best.one) {
                best = new Rouge(one, overlap(summary, reference, 2), subsequence(summary, reference));
            }
        }
        return best;
    }

    /** The stems of a text in their order; a word of two letters is its own stem, as in the published algorithm. */
    static List<String> stems(String text) {
        PorterStemmer stemmer = new PorterStemmer();
        List<String> stems = new ArrayList<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            stemmer.setCurrent(words.group());
            if (words.group().length() > 2) {
                stemmer.stem();
            }
            stems.add(stemmer.getCurrent());
        }
        return stems;
    }

    private static double overlap(List<String> summary, List<String> reference, int length) {
        Map<List<String>, Integer> open = new HashMap<>();
        for (int i = 0; i + length <= reference.size(); i++) {
            open.merge(reference.subList(i, i + length), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + length <= summary.size(); i++) {
            Integer left = open.get(summary.subList(i, i + length));
            if (left != null && left > 0) {
                open.put(summary.subList(i, i + length), left - 1);
                common++;
            }
        }
        return f1(common, summary.size() - length + 1, reference.size() - length + 1);
    }

    private static double subsequence(List<String> summary, List<String> reference) {
        int[] before = new int[reference.size() + 1];
        for (String word : summary) {
            int[] now = new int[reference.size() + 1];
            for (int j = 1; j < now.length; j++) {
                now[j] = word.equals(reference.get(j - 1)) ? before[j - 1] + 1 : Math.max(before[j], now[j - 1]);
            }
            before = now;
        }
        return f1(before[reference.size()], summary.size(), reference.size());
    }

    private static double f1(int common, int candidates, int relevant) {
        return common == 0 ? 0 : 2.0 * common / (candidates + relevant);
    }
}
