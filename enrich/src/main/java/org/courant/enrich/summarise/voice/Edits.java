package org.courant.enrich.summarise.voice;

import java.util.TreeMap;
import org.courant.enrich.summarise.voice.Retold.Subject;
import org.courant.enrich.summarise.voice.WordTokens.Word;

/** What changes in one sentence, word by word, and whether its narrator has been named. */
final class Edits {
    private final WordTokens tokens;
    private final TreeMap<Integer, String> replacements = new TreeMap<>();
    private boolean mentioned;
    private Subject subject = Subject.OTHER;

    Edits(WordTokens tokens) {
        this.tokens = tokens;
    }

    /** Replaces a word; a capital in front stays one. */
    void replace(int index, String words) {
        Word old = tokens.words().get(index);
        boolean pronoun = old.folded().equals("i") || old.folded().startsWith("i'");
        boolean capital = !pronoun && Character.isUpperCase(old.text().charAt(0)) && !followsComma(old.start());
        boolean first = begins(index) || capital;
        replacements.put(index, first ? Openings.capitalised(words) : words);
    }

    /** "We" behind a comma is a slip of the source. */
    private boolean followsComma(int start) {
        return start > 1 && tokens.sentence().startsWith(", ", start - 2);
    }

    /** The narrator as subject, by name or, where a reader knows who is meant, by pronoun. */
    void subject(int index, String name, boolean known) {
        boolean pronoun = mentioned || (known && begins(index));
        replace(index, pronoun ? "they" : name);
        if (begins(index)) {
            subject = pronoun ? Subject.PRONOUN : Subject.NAMED;
        }
        mentioned = true;
    }

    /** Puts words behind a replacement, if the word has one. */
    void append(int index, String words) {
        replacements.computeIfPresent(index, (at, replaced) -> replaced + words);
    }

    boolean begins(int index) {
        return tokens.words().get(index).start() == 0;
    }

    /** Whether the narrator stands in this sentence already. */
    boolean mentioned() {
        return mentioned;
    }

    void mention() {
        mentioned = true;
    }

    Subject subject() {
        return subject;
    }

    void clear() {
        replacements.clear();
        mentioned = false;
        subject = Subject.OTHER;
    }

    String applied() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (var replacement : replacements.entrySet()) {
            Word word = tokens.words().get(replacement.getKey());
            text.append(tokens.sentence(), from, word.start()).append(replacement.getValue());
            from = word.end();
        }
        return text.append(tokens.sentence(), from, tokens.sentence().length()).toString();
    }
}
