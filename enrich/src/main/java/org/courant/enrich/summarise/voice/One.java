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
                && (!tokens.words().get(i).text().equals("I")
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
        int at = i + 1;
        while (Verbs.isAdverb(tokens.at(at)) && tokens.areAdjacent(at)) {
            at++;
        }
        Optional<String> form = form(tokens.at(at), many);
        if (form.isEmpty()) {
            sure = false;
        } else if (!form.get().equals(tokens.at(at))) {
            edits.replace(at, form.get());
        }
        if (!many && Verbs.isPresent(tokens.at(at))) {
            sure = sure && !isLinked(at);
        }
    }

    /** Whether a second verb behind "and" would have to agree as well, which is told from a noun by no rule. */
    private boolean isLinked(int verb) {
        boolean infinitive = false;
        for (int i = verb + 1; i + 1 < tokens.words().size(); i++) {
            infinitive |= tokens.at(i).equals("to");
            boolean link = LINKS.contains(tokens.at(i)) && Verbs.isPresent(tokens.at(i + 1));
            if (link && !infinitive) {
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
