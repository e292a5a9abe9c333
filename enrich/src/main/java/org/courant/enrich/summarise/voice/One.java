package org.courant.enrich.summarise.voice;

import java.util.Optional;
import java.util.Set;

/**
 * "I", "my" and "me" become "the user" and "their", and the verbs behind "I" agree. A sentence with an "I" whose verb
 * is not known stays as it is.
 */
final class One {
    private static final Set<String> NUMBERED = Set.of(
            "type",
            "part",
            "phase",
            "class",
            "stage",
            "level",
            "table",
            "war",
            "volume",
            "section",
            "case",
            "grade",
            "category");
    private static final Set<String> WOULD =
            Set.of("like", "love", "prefer", "be", "appreciate", "rather", "expect", "want", "also", "say");
    private static final Set<String> LINKS = Set.of("and", "but", "or", "then");

    /** Verbs that hardly anybody means to do, so that a "to" before them is none of theirs. */
    private static final Set<String> FINITE =
            Set.of("want", "need", "have", "am", "think", "know", "like", "don't", "believe");

    private static final Set<String> MODALS =
            Set.of("can", "could", "should", "will", "would", "may", "might", "must", "did", "shall");
    private static final Set<String> INVERTED = Set.of("am", "do", "have", "had", "was", "don't", "haven't");

    /** "My friend and I". */
    private static final int MOST_WORDS_OF_A_COMPANION = 4;

    private final WordTokens tokens;
    private final Edits edits;
    private final Narrator narrator;
    private final boolean known;
    private boolean sure = true;

    One(WordTokens tokens, Edits edits, Narrator narrator, boolean known) {
        this.tokens = tokens;
        this.edits = edits;
        this.narrator = narrator;
        this.known = known;
    }

    void retell() {
        for (int i = 0; i < tokens.words().size(); i++) {
            switch (tokens.at(i)) {
                case "i", "i'm", "i've", "i'll", "i'd" -> subject(i);
                case "my" -> possessive(i);
                case "me" -> edits.replace(i, edits.mentioned() ? "them" : narrator.one());
                case "myself" -> edits.replace(i, "themselves");
                case "mine" -> edits.replace(i, "theirs");
                default -> {}
            }
        }
        if (!sure) {
            edits.clear();
        }
    }

    private void subject(int i) {
        boolean numeral = tokens.at(i).equals("i")
                && ((!tokens.words().get(i).text().equals("I") && !narrator.isInForum())
                        || NUMBERED.contains(tokens.at(i - 1))
                        || !tokens.areAdjacent(i));
        if (numeral) {
            return;
        }
        sure = sure && !(i <= MOST_WORDS_OF_A_COMPANION && tokens.at(i - 1).equals("and"));
        boolean many = edits.mentioned() || (known && edits.begins(i));
        edits.subject(i, narrator.one(), known);
        if (tokens.at(i).equals("i")) {
            agree(i, many);
        } else {
            contraction(i, many);
        }
    }

    private void agree(int i, boolean many) {
        String before = tokens.areAdjacent(i - 1) ? tokens.at(i - 1) : "";
        if (MODALS.contains(before)) {
            return;
        }
        int at = verb(i + 1);
        Optional<String> form = form(tokens.at(at), many);
        sure = sure && form.isPresent() && !INVERTED.contains(before);
        form.filter(verb -> !verb.equals(tokens.at(at))).ifPresent(verb -> edits.replace(at, verb));
        if (!many && Verbs.isPresent(tokens.at(at))) {
            sure = sure && !isLinked(at);
        }
    }

    /** The first word from an index on that is no adverb. */
    private int verb(int from) {
        int at = from;
        while (Verbs.isAdverb(tokens.at(at)) && tokens.areAdjacent(at)) {
            at++;
        }
        return at;
    }

    /** Whether a second verb behind "and" would have to agree as well, which is told from a noun by no rule. */
    private boolean isLinked(int verb) {
        boolean infinitive = false;
        for (int i = verb + 1; i + 1 < tokens.words().size(); i++) {
            infinitive |= tokens.at(i).equals("to");
            String next = tokens.at(i + 1);
            boolean link = LINKS.contains(tokens.at(i)) && Verbs.isPresent(next);
            if (link && (!infinitive || FINITE.contains(next))) {
                return true;
            }
        }
        return false;
    }

    private void contraction(int i, boolean many) {
        String ending = tokens.at(i).substring(1);
        if (ending.equals("'d")) {
            sure = sure && WOULD.contains(tokens.at(i + 1));
            edits.append(i, " would");
        } else {
            edits.append(i, " " + form(ending, many).orElseThrow());
        }
    }

    private static Optional<String> form(String verb, boolean many) {
        return many ? Verbs.behindMany(verb) : Verbs.behindOne(verb);
    }

    private void possessive(int i) {
        boolean pronoun = edits.mentioned() || (known && edits.begins(i));
        edits.replace(i, pronoun ? "their" : narrator.one() + "'s");
        edits.mention();
    }
}
