package org.courant.enrich.summarise.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.enrich.summarise.voice.Retold.Subject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever a sentence says: what is not a word of the first person, or a verb that agrees with it, is not touched. */
class RetellingLawTest {
    private static final List<String> FIRST_PERSON =
            List.of("we", "our", "us", "ours", "I", "I'm", "my", "me", "We", "myself");
    private static final List<String> OTHERS = List.of(
            "Sieve-2",
            "12.5\\%",
            "$we \\to our$",
            "\\textbf{our}",
            "“as we said”",
            "\"my\"",
            "https://a.example/we",
            "GPT-4o",
            "naïve",
            "🙂",
            "(i)",
            "how",
            "can",
            "which",
            "and",
            "1,200",
            "US",
            "-",
            ",",
            ";");

    @RepeatedTest(500)
    void numbersNamesFormulasAndQuotationsStayInTheirOrder(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<String> words = IntStream.range(0, 1 + random.nextInt(25))
                .mapToObj(i -> pick(random, random.nextInt(3) == 0 ? FIRST_PERSON : OTHERS))
                .toList();
        String sentence = String.join(" ", words);
        Narrator narrator = pick(random, List.of(Narrator.values()));
        Subject before = pick(random, List.of(Subject.values()));

        String retold = ThirdPerson.retell(sentence, narrator, random.nextBoolean(), before)
                .text();

        String rest =
                words.stream().filter(word -> !FIRST_PERSON.contains(word)).collect(Collectors.joining(" "));
        assertThat(withoutNarrators(retold)).isEqualTo(withoutNarrators(rest));
    }

    private static String withoutNarrators(String text) {
        return text.replaceAll(
                        "(?<![\\w{“\"/$])(?i:the (?:authors?|user|poster)(?:'s|')?|they|them|themselves|theirs?|the|we|ours?|us|I(?:'m)?|my|me"
                                + "|myself|is|are)(?![\\w}”\"/$])",
                        "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
