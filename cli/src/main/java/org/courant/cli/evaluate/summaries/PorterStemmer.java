package org.courant.cli.evaluate.summaries;

import java.util.List;
import java.util.Map;

/**
 * The stem of an English word after M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980: what
 * published ROUGE figures compare words by.
 */
final class PorterStemmer {
    private static final List<Map.Entry<String, String>> STEP_2 = List.of(
            Map.entry("ational", "ate"),
            Map.entry("tional", "tion"),
            Map.entry("enci", "ence"),
            Map.entry("anci", "ance"),
            Map.entry("izer", "ize"),
            Map.entry("abli", "able"),
            Map.entry("alli", "al"),
            Map.entry("entli", "ent"),
            Map.entry("eli", "e"),
            Map.entry("ousli", "ous"),
            Map.entry("ization", "ize"),
            Map.entry("ation", "ate"),
            Map.entry("ator", "ate"),
            Map.entry("alism", "al"),
            Map.entry("iveness", "ive"),
            Map.entry("fulness", "ful"),
            Map.entry("ousness", "ous"),
            Map.entry("aliti", "al"),
            Map.entry("iviti", "ive"),
            Map.entry("biliti", "ble"));
    private static final List<Map.Entry<String, String>> STEP_3 = List.of(
            Map.entry("icate", "ic"),
            Map.entry("ative", ""),
            Map.entry("alize", "al"),
            Map.entry("iciti", "ic"),
            Map.entry("ical", "ic"),
            Map.entry("ful", ""),
            Map.entry("ness", ""));
    private static final List<String> STEP_4 = List.of(
            "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive",
            "ize", "al", "er", "ic", "ou");

    private PorterStemmer() {}

    /**
     * The stem of a word in lower case; what is not made of the letters a to z, or shorter than three, is its own stem
     */
    static String stem(String word) {
        if (word.length() < 3 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return word;
        }
        String stem = longestOf(STEP_2, yToI(pastAndParticiple(plural(word))));
        return lastL(lastE(suffix(longestOf(STEP_3, stem))));
    }

    private static String plural(String word) {
        if (word.endsWith("sses") || word.endsWith("ies")) {
            return cut(word, 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    private static String pastAndParticiple(String word) {
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        if (word.endsWith("ed") && hasVowel(cut(word, 2))) {
            return mended(cut(word, 2));
        }
        return word.endsWith("ing") && hasVowel(cut(word, 3)) ? mended(cut(word, 3)) : word;
    }

    private static String mended(String stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (endsDouble(stem) && "lsz".indexOf(stem.charAt(stem.length() - 1)) < 0) {
            return cut(stem, 1);
        }
        return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
    }

    private static String yToI(String word) {
        return word.endsWith("y") && hasVowel(cut(word, 1)) ? cut(word, 1) + "i" : word;
    }

    private static String longestOf(List<Map.Entry<String, String>> rules, String word) {
        for (Map.Entry<String, String> rule : rules) {
            if (word.endsWith(rule.getKey())) {
                String stem = cut(word, rule.getKey().length());
                return measure(stem) > 0 ? stem + rule.getValue() : word;
            }
        }
        return word;
    }

    private static String suffix(String word) {
        for (String suffix : STEP_4) {
            if (word.endsWith(suffix)) {
                String stem = cut(word, suffix.length());
                boolean allowed = !suffix.equals("ion") || stem.endsWith("s") || stem.endsWith("t");
                return allowed && measure(stem) > 1 ? stem : word;
            }
        }
        return word;
    }

    private static String lastE(String word) {
        if (!word.endsWith("e")) {
            return word;
        }
        String stem = cut(word, 1);
        int measure = measure(stem);
        return measure > 1 || (measure == 1 && !endsShort(stem)) ? stem : word;
    }

    private static String lastL(String word) {
        return word.endsWith("ll") && measure(word) > 1 ? cut(word, 1) : word;
    }

    /** How often a run of vowels is followed by one of consonants: Porter's m. */
    private static int measure(String word) {
        int measure = 0;
        for (int i = 1; i < word.length(); i++) {
            measure += isConsonant(word, i) && !isConsonant(word, i - 1) ? 1 : 0;
        }
        return measure;
    }

    private static boolean hasVowel(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isConsonant(word, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsDouble(String word) {
        int last = word.length() - 1;
        return last > 0 && word.charAt(last) == word.charAt(last - 1) && isConsonant(word, last);
    }

    /** Consonant, vowel, consonant, the last not w, x or y: Porter's *o. */
    private static boolean endsShort(String word) {
        int last = word.length() - 1;
        return last > 1
                && isConsonant(word, last)
                && !isConsonant(word, last - 1)
                && isConsonant(word, last - 2)
                && "wxy".indexOf(word.charAt(last)) < 0;
    }

    private static boolean isConsonant(String word, int at) {
        return switch (word.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> at == 0 || !isConsonant(word, at - 1);
            default -> true;
        };
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
