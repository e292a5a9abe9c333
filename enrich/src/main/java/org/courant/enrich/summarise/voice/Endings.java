package org.courant.enrich.summarise.voice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the clause at the end of a sentence that only comments on it: ", paving the way for ...". What stands before the
 * comma is a sentence of its own. What may be a result ("resulting in", "enabling") is no comment; lists and clauses
 * with a subject of their own are left alone.
 */
public final class Endings {
    private static final Pattern COMMENT = Pattern.compile(
            "^(.{60,}), (?:thus |thereby )?(?:paving|highlighting|underscoring|showcasing|offering|opening|establishing|emphasi[sz]ing"
                    + "|reinforcing|advancing|marking|validating|confirming|illustrating|contributing|bridging)"
                    + " (?<comment>[^;:]{10,})\\.$");
    private static final Pattern MORE = Pattern.compile(", (?:and|but|while|whereas|we|which)\\b|\\bwe\\b");

    private Endings() {}

    /** The sentence without such a clause; empty where it has none. */
    public static Optional<String> cut(String sentence) {
        Matcher matcher = COMMENT.matcher(sentence);
        if (!matcher.matches() || MORE.matcher(matcher.group("comment")).find() || !isBalanced(matcher.group(1))) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) + ".");
    }

    private static boolean isBalanced(String text) {
        long opened = text.chars().filter(c -> c == '(' || c == '[' || c == '{').count();
        long closed = text.chars().filter(c -> c == ')' || c == ']' || c == '}').count();
        return opened == closed && text.chars().filter(c -> c == '$').count() % 2 == 0;
    }
}
