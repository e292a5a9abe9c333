package org.courant.enrich.summarise.prose;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.courant.enrich.text.Sentences;

/** The sentences of a source that say something about its subject. */
public final class Prose {
    private static final Pattern LABEL = Pattern.compile("^(?:Abstract|ABSTRACT|Summary|TL;?DR)\\s?[:.—-]\\s*");
    private static final Pattern BULLET = Pattern.compile("^(?:[•▪◦·–*-]|\\d{1,2}[.)])\\s.*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…:。][\"')\\]”’]*$");
    /** What arXiv's listings make of "end.Start"; a mark of omission stands before the rest. */
    private static final Pattern SWALLOWED =
            Pattern.compile("(?<! (?:at|via|in|from|on|see|and|or|is|to|of|with)) this https? URL ");

    private static final Pattern SPACES = Pattern.compile("\\s{2,}");
    private static final int SHORTEST_LEADING = 5;
    private static final int SHORTEST_UNFINISHED = 8;

    private Prose() {}

    /** Of an abstract: lines are wrapped anywhere. */
    public static List<String> ofAbstract(String body) {
        return without(Footers::isFooter, Sentences.of(body)).stream()
                .map(sentence -> clean(LABEL.matcher(sentence).replaceFirst("")))
                .flatMap(Prose::parts)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** Of a post: lines mean something, and some are no prose. */
    public static List<String> ofPost(String body) {
        List<String> said = without(Footers::isFooter, Sentences.of(paragraphs(body))).stream()
                .map(sentence -> clean(Courtesies.withoutGreeting(sentence)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        return without(Prose::isHeading, without(Courtesies::isCourtesy, said));
    }

    private static String paragraphs(String body) {
        StringBuilder text = new StringBuilder();
        boolean listed = false;
        for (String line : body.split("\n", -1)) {
            boolean bullet = BULLET.matcher(line.strip()).matches();
            if (line.startsWith("    ") || line.startsWith("\t") || CodeLines.isCode(line)) {
                text.append("\n\n");
            } else {
                text.append(bullet || listed ? "\n\n" : "\n").append(line);
            }
            listed = bullet;
        }
        return text.toString();
    }

    /** What stands around the words that a listing has swallowed, which mostly were an end and a beginning. */
    private static Stream<String> parts(String sentence) {
        if (!sentence.contains(" this http")) {
            return Stream.of(sentence);
        }
        String[] parts = SWALLOWED.split(sentence, -1);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> (i > 0 ? "… " : "") + parts[i] + (i + 1 < parts.length ? "." : ""));
    }

    private static String clean(String sentence) {
        String clean = Citations.removed(Markup.removed(sentence));
        return (clean.contains("  ") ? SPACES.matcher(clean).replaceAll(" ") : clean).strip();
    }

    /** Few words without an end, or too few to say anything. */
    private static boolean isHeading(String sentence) {
        int words = sentence.split(" ", -1).length;
        boolean finished = SENTENCE_END.matcher(sentence).matches();
        boolean leading = sentence.endsWith(":") && words < SHORTEST_LEADING;
        return leading
                || (!finished && words < SHORTEST_UNFINISHED)
                || sentence.chars().noneMatch(Character::isLetter);
    }

    /** The sentences without some, unless that leaves none. */
    private static List<String> without(Predicate<String> some, List<String> sentences) {
        List<String> others = sentences.stream().filter(some.negate()).toList();
        return others.isEmpty() ? sentences : others;
    }
}
