package org.courant.enrich.headline;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.enrich.text.Verbatim;
import org.courant.schemas.text.LowerCase;

/** Lowers a title that shouts. How a word is written is looked up in the text of the source. */
final class Capitals {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’]*");
    private static final int LEAST_WORDS = 3;
    private static final int LEAST_LETTERS = 12;

    private Capitals() {}

    static String lowered(String title, String body) {
        if (!shouts(title)) {
            return title;
        }
        Verbatim verbatim = Verbatim.of(title);
        Matcher words = WORD.matcher(title);
        StringBuilder text = new StringBuilder();
        while (words.find()) {
            boolean first = text.isEmpty() && words.start() == 0;
            String word = verbatim.contains(words.start()) ? words.group() : written(words.group(), first, body);
            words.appendReplacement(text, Matcher.quoteReplacement(word));
        }
        return words.appendTail(text).toString();
    }

    /** Several words, and not one small letter among them. */
    private static boolean shouts(String title) {
        long letters = title.codePoints().filter(Character::isUpperCase).count();
        return letters >= LEAST_LETTERS
                && title.codePoints().noneMatch(Character::isLowerCase)
                && title.split(" ", -1).length >= LEAST_WORDS;
    }

    private static String written(String word, boolean first, String body) {
        String small = LowerCase.of(word);
        String capital = small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
        if (first) {
            return occurs(word, body) && word.length() > 1 ? word : capital;
        }
        if (occurs(small, body) || word.length() == 1) {
            return small;
        }
        if (occurs(word, body) || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        return isName(capital, body) ? capital : small;
    }

    /** Whether a word has its capital inside a sentence too. */
    private static boolean isName(String word, String body) {
        int at = body.indexOf(" " + word);
        return at > 0 && Character.isLetter(body.charAt(at - 1)) && occurs(word, body.substring(at));
    }

    private static boolean occurs(String word, String body) {
        for (int at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(body.charAt(at - 1));
            if (begins && (end == body.length() || !Character.isLetterOrDigit(body.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
