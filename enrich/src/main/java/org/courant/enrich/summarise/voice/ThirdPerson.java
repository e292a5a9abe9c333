package org.courant.enrich.summarise.voice;

import java.util.Set;
import org.courant.enrich.summarise.voice.Retold.Subject;

/**
 * Retells what "we" or "I" say as what "the authors" or "the user" say. Nothing but the words of the first person and
 * the verbs that have to agree with them change; where a rule is unsure, the words stay as they are.
 */
public final class ThirdPerson {
    private static final Set<String> FIRST_PERSONS = Set.of(
            "we",
            "our",
            "us",
            "ours",
            "ourselves",
            "we're",
            "we've",
            "we'll",
            "we'd",
            "let's",
            "i",
            "my",
            "me",
            "mine",
            "myself",
            "i'm",
            "i've",
            "i'll",
            "i'd");

    private ThirdPerson() {}

    /**
     * A sentence in the third person.
     *
     * @param background whether the sentence speaks of the world rather than of the work, where "we" may be everybody
     * @param before the subject of the sentence that stands before it
     */
    public static Retold retell(String sentence, Narrator narrator, boolean background, Subject before) {
        WordTokens tokens = WordTokens.of(sentence);
        if (tokens.words().stream().noneMatch(word -> FIRST_PERSONS.contains(word.folded()))) {
            return new Retold(sentence, Subject.OTHER);
        }
        boolean known = before == Subject.NAMED;
        if (sentence.endsWith("?") && narrator.isInForum()) {
            return asked(sentence, narrator, before);
        }
        Edits edits = new Edits(tokens);
        boolean several = new Several(
                        tokens,
                        edits,
                        background || (narrator.isInForum() && !tokens.at(0).equals("we")),
                        known,
                        before != Subject.OTHER)
                .retell();
        if (!several) {
            new One(tokens, edits, narrator, known).retell();
        }
        return new Retold(edits.applied(), edits.subject());
    }

    /** A question in the first person stays as it was asked. */
    private static Retold asked(String sentence, Narrator narrator, Subject before) {
        boolean known = before != Subject.OTHER;
        String quoted = sentence.replace('“', '"').replace('”', '"').replace('"', '\'');
        return new Retold(
                (known ? "They ask: “" : Openings.capitalised(narrator.one()) + " asks: “") + quoted + "”",
                known ? Subject.PRONOUN : Subject.NAMED);
    }
}
