package org.courant.enrich.languagemodel.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.courant.enrich.text.SpeltWords;

/**
 * Tells languages apart by their script and, within Latin script, by the share of function words. That is enough to
 * notice an answer in another language than its source; it is not enough to name every language.
 */
final class Language {
    private static final String UNKNOWN = "unknown";

    /** Running text of each of these languages has a quarter to a half of such words. */
    private static final double LEAST_SHARE = 0.12;

    private static final Map<String, Set<String>> FUNCTION_WORDS = new TreeMap<>(Map.of(
            "English",
            words("the of and to in is that for with as on by are this it be from which an can we at or not they"),
            "German",
            words("der die das und ist von den zu mit des auf für im eine ein dem nicht sich wird auch durch werden"),
            "French",
            words("le la les des et de du un une est que pour dans sur par avec au qui nous pas ce sont"),
            "Spanish",
            words("el la los las de del y en un una que es por con para se su como al más este"),
            "Italian",
            words("il la le di che e un una per con del della dei sono nel gli da si come non questo"),
            "Portuguese",
            words("o a os as de do da e um uma que em para com por se dos das no na ao não"),
            "Dutch",
            words("de het een en van is dat op te in voor met zijn niet aan door deze worden wordt ook")));

    private Language() {}

    static Optional<String> fault(String summary, String source) {
        String expected = of(source);
        String found = of(summary);
        return expected.equals(UNKNOWN) || expected.equals(found)
                ? Optional.empty()
                : Optional.of("its language is %s, that of the source %s".formatted(found, expected));
    }

    /** The script, and the language where the script is Latin. */
    static String of(String text) {
        String script = script(text);
        if (!script.equals(Character.UnicodeScript.LATIN.name())) {
            return script;
        }
        List<String> words = SpeltWords.of(text);
        return FUNCTION_WORDS.entrySet().stream()
                .filter(language -> share(words, language.getValue()) >= LEAST_SHARE)
                .max(Comparator.comparingDouble(language -> share(words, language.getValue())))
                .map(Map.Entry::getKey)
                .orElse(UNKNOWN);
    }

    private static double share(List<String> words, Set<String> known) {
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(known::contains).count() / words.size();
    }

    /** That of most letters. */
    private static String script(String text) {
        Map<Character.UnicodeScript, Long> letters = text.codePoints()
                .filter(Character::isLetter)
                .boxed()
                .collect(Collectors.groupingBy(Character.UnicodeScript::of, TreeMap::new, Collectors.counting()));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().name())
                .orElse(UNKNOWN);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
