package org.courant.enrich.headline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.enrich.text.Sentences;
import org.courant.enrich.text.Words;
import org.courant.schemas.text.LowerCase;

/**
 * What a source says that the thing in its title is, where the title does not tell: "we present Xyz, an 8B masked
 * diffusion language model" makes "Xyz: An 8B masked diffusion language model". A rule applies only where the source
 * introduces one thing, by name, with an article behind it.
 */
final class Expansion {
    private static final String NAME =
            "(?<name>(?:the )?[\\p{L}\\p{N}][\\p{L}\\p{N}+.@/-]*(?: [\\p{L}\\p{N}][\\p{L}\\p{N}+.@/-]*){0,3}?)";
    private static final String ABBREVIATION = "(?: \\([^()]{1,30}\\))?";
    private static final String WHAT = "(?<what>(?:an?|the first|the most) .{5,200})";
    private static final Pattern INTRODUCED = Pattern.compile(
            "\\b(?:[Ww]e|[Tt]his (?:paper|work|report|study|article|technical report|post))(?: (?:then|first|therefore|thus|here|also|hereby))?"
                    + " (?:introduces?|presents?|proposes?|releases?|develop(?:ed|s)?|describes?|unveils?|built|build|announces?) "
                    + NAME + ABBREVIATION + "(?:,| ---? | – | — ) ?" + WHAT);
    private static final Pattern DEFINED = Pattern.compile("^" + NAME + ABBREVIATION + " is " + WHAT);
    private static final Pattern REPORT = Pattern.compile(
            "^(?:The )?(.+?)(?:\\s*:)?\\s+(?:Technical Report|Tech Report|System Card|Model Card|Report|Whitepaper)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "[,;:(]|[.?!](?= |$)|\\s(?:---?|–|—)\\s|\\s(?:which|where|whose|who|and thus|thereby|while|whereby|in which|by)\\s");
    private static final Pattern CLAUSE = Pattern.compile(
            "\\s(?:that|to|designed|trained|built|aimed|developed|capable|based|created|excelling|which)\\s");

    /** "(VLA)" */
    private static final Pattern SHORT_FORM = Pattern.compile(" \\([^()]{1,14}\\)");

    /** Words that fit everything: a description made of these says nothing. */
    private static final Set<String> EMPTY = Set.of(
            "a",
            "an",
            "the",
            "first",
            "most",
            "novel",
            "new",
            "simple",
            "effective",
            "efficient",
            "general",
            "generic",
            "unified",
            "hybrid",
            "framework",
            "method",
            "approach",
            "model",
            "paradigm",
            "algorithm",
            "system",
            "technique",
            "task",
            "yet",
            "and",
            "of",
            "for",
            "in",
            "to",
            "that",
            "with",
            "comprehensive",
            "powerful",
            "strategy",
            "series",
            "family",
            "tool",
            "pipeline",
            "architecture",
            "lightweight",
            "large",
            "scale",
            "training",
            "state",
            "art",
            "open",
            "source");

    private static final int MOST_TITLE_WORDS = 2;
    private static final int LEAST_WORDS_BEFORE_COMMA = 3;
    private static final int MOST_WORDS = 14;
    private static final int LEAST_TELLING_WORDS = 2;
    private static final int MOST_SENTENCES_READ = 12;

    private Expansion() {}

    /** The expanded headline; empty where the title tells enough, or the source says nothing that a rule is sure of. */
    static Optional<String> of(String title, String body) {
        Matcher report = REPORT.matcher(title);
        String core = report.matches() ? report.group(1) : title;
        int words = core.split(" ", -1).length;
        if (words > MOST_TITLE_WORDS + (core.startsWith("The ") ? 1 : 0) || core.contains(": ") || core.endsWith("?")) {
            return Optional.empty();
        }
        List<String> sentences = Sentences.of(body);
        return sentences.stream()
                .limit(MOST_SENTENCES_READ)
                .flatMap(sentence -> expanded(core, sentence).stream())
                .findFirst();
    }

    private static Optional<String> expanded(String title, String sentence) {
        Matcher introduced = INTRODUCED.matcher(sentence);
        if (introduced.find()) {
            String name = withoutArticle(introduced.group("name"));
            boolean same = isSame(title, name);
            if (same || isSystemName(name)) {
                return described(introduced.group("what")).map(what -> (same ? title : name) + ": " + what);
            }
        }
        Matcher defined = DEFINED.matcher(sentence);
        return defined.lookingAt() && isSame(title, withoutArticle(defined.group("name")))
                ? described(defined.group("what")).map(what -> title + ": " + what)
                : Optional.empty();
    }

    /** The description up to where it may end, with a capital letter; empty where it is too long or says nothing. */
    private static Optional<String> described(String text) {
        String what = SHORT_FORM.matcher(text).replaceAll("");
        Matcher end = END.matcher(what);
        boolean ends = end.find();
        String whole = ends ? what.substring(0, end.start()) : what;
        boolean listed = ends && end.group().equals(",");
        Matcher clause = CLAUSE.matcher(whole);
        boolean found = clause.find();
        String noun = found ? whole.substring(0, clause.start()) : whole;
        String chosen = !found || (tells(noun) && (listed || !fits(whole))) ? noun : whole;
        // A comma behind one adjective is followed by the next, not by the end.
        boolean broken = listed && chosen.split(" ", -1).length <= LEAST_WORDS_BEFORE_COMMA;
        return fits(chosen) && tells(chosen) && !broken && chosen.indexOf('$') < 0
                ? Optional.of(Character.toUpperCase(chosen.charAt(0))
                        + chosen.substring(1).stripTrailing())
                : Optional.empty();
    }

    private static boolean fits(String text) {
        return text.split(" ", -1).length <= MOST_WORDS;
    }

    private static boolean tells(String text) {
        return Words.of(text).stream()
                        .filter(word -> !EMPTY.contains(word))
                        .distinct()
                        .count()
                >= LEAST_TELLING_WORDS;
    }

    private static String withoutArticle(String name) {
        return LowerCase.of(name).startsWith("the ") ? name.substring(4) : name;
    }

    private static boolean isSame(String title, String name) {
        return Words.of(withoutArticle(title)).equals(Words.of(name));
    }

    /**
     * One word with a capital letter or a digit, as in "iLLaDA", "GPT-4" or "Courant": behind a verb, that is a name.
     */
    private static boolean isSystemName(String name) {
        return name.indexOf(' ') < 0 && name.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }
}
