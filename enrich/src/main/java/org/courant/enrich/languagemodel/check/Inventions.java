package org.courant.enrich.languagemodel.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.courant.enrich.summarise.Faithfulness;
import org.courant.enrich.text.Sentences;
import org.courant.enrich.text.SpeltWords;

/**
 * Finds what a summary says and its source does not: numbers, in digits or in words; names; formulas; and, for the
 * summary as a whole, too many words of its own. A name at the head of a sentence looks like any word there, so a
 * sentence has to begin with a word of the source or with one of those that no name is.
 */
final class Inventions {
    /** What may be put in other words: connectives, verbs of reporting. More is another text. */
    private static final double MOST_OWN_WORDS = 0.4;

    /** So much of a word is the same in its other forms: evaluate, evaluates, evaluation. */
    private static final int STEM = 5;

    private static final int SHORTEST_CONTENT = 4;

    private static final Set<String> OPENINGS =
            Set.of(("the a an this these that those they their it its he she his her in on by with to for from as at of"
                            + " while although though when where if since because after before during through across"
                            + " over under within without against among between unlike like beyond both each all some"
                            + " many most several other another such one no not only also however moreover furthermore"
                            + " finally first second third then thus therefore instead overall together here there"
                            + " what how why who which using based given compared according authors author researchers"
                            + " results experiments experimental evaluation evaluations tests findings analysis"
                            + " existing prior previous current recent users user approach method methods paper work"
                            + " study system model models framework training applied key code data")
                    .split(" "));

    private Inventions() {}

    static Optional<String> fault(String summary, String source) {
        List<String> inventions = Faithfulness.inventions(summary, source);
        if (!inventions.isEmpty()) {
            return Optional.of("'%s' is not in the source".formatted(inventions.get(0)));
        }
        Set<String> known = new HashSet<>(SpeltWords.of(source));
        return opening(summary, known)
                .or(() -> SpeltNumbers.invention(summary, source))
                .map(word -> "'%s' is not in the source".formatted(word))
                .or(() -> ownWords(summary, known));
    }

    private static Optional<String> opening(String summary, Set<String> known) {
        return Sentences.of(summary).stream()
                .map(SpeltWords::of)
                .filter(words -> !words.isEmpty())
                .map(words -> words.get(0))
                .filter(word -> !known.contains(word) && !OPENINGS.contains(word))
                .findFirst();
    }

    private static Optional<String> ownWords(String summary, Set<String> known) {
        Set<String> stems = new HashSet<>();
        known.forEach(word -> stems.add(stem(word)));
        List<String> content = SpeltWords.of(summary).stream()
                .filter(word -> word.length() >= SHORTEST_CONTENT && !OPENINGS.contains(word))
                .toList();
        long own = content.stream().filter(word -> !stems.contains(stem(word))).count();
        return own <= MOST_OWN_WORDS * content.size()
                ? Optional.empty()
                : Optional.of("%d of its %d words are not in the source".formatted(own, content.size()));
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }
}
