package org.courant.enrich.summarise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.courant.enrich.summarise.prose.Prose;
import org.courant.enrich.summarise.voice.Narrator;
import org.courant.enrich.summarise.voice.Openings;
import org.courant.enrich.summarise.voice.Retold;
import org.courant.enrich.summarise.voice.Retold.Subject;
import org.courant.enrich.summarise.voice.ThirdPerson;
import org.courant.enrich.text.Bounds;
import org.courant.enrich.text.StreamSafe;
import org.courant.schemas.SourceKind;

/**
 * Five to eight sentences of the source, told in the third person: what was done, how, what came out, why it matters,
 * and the background last. A source that has fewer sentences gives a shorter summary; nothing is ever added.
 *
 * <pre>
 * body ─► {@link Prose} ─► {@link Roles}, {@link Salience} ─► {@link Selection} ─► {@link Arrangement} ─► {@link ThirdPerson}
 * </pre>
 */
public final class ExtractiveSummariser implements Summariser {
    private static final String VERSION = "extractive-2";

    /** More than any abstract has; what stands further back in a long post is not looked at. */
    private static final int MOST_SENTENCES_READ = 60;

    /** No single sentence is longer; text without full stops is cut at a word. */
    private static final int MOST_CHARACTERS = 1_200;

    private static final int MOST_CHARACTERS_READ = 20_000;

    @Override
    public String summarise(Source source) {
        boolean post = source.kind() != SourceKind.ARXIV;
        String body = StreamSafe.of(Bounds.cut(source.body(), MOST_CHARACTERS_READ, ""));
        List<String> sentences = (post ? Prose.ofPost(body) : Prose.ofAbstract(body))
                .stream()
                        .limit(MOST_SENTENCES_READ)
                        .map(sentence -> Bounds.cut(sentence, MOST_CHARACTERS, " …"))
                        .toList();
        List<Role> roles = post ? Roles.ofPost(sentences) : Roles.ofAbstract(sentences);
        double[] salience = Salience.of(source.title(), sentences);
        List<Statement> statements = IntStream.range(0, sentences.size())
                .mapToObj(i -> Statement.of(i, sentences.get(i), roles.get(i), salience[i]))
                .toList();
        return told(Arrangement.of(Selection.of(statements)), narrator(source));
    }

    @Override
    public String version() {
        return VERSION;
    }

    private static Narrator narrator(Source source) {
        if (source.kind() != SourceKind.FORUM) {
            return Narrator.AUTHOR;
        }
        return source.body().contains(" user") ? Narrator.POSTER : Narrator.USER;
    }

    /** On one line; a sentence without an end gets one, and so does one that led to a listing that is left out. */
    private static String joined(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            text.append(i == 0 ? "" : " ").append(sentences.get(i));
            int last = text.length() - 1;
            if (text.charAt(last) == ':') {
                text.setCharAt(last, '.');
            } else if (i + 1 < sentences.size() && Character.isLetterOrDigit(text.charAt(last))) {
                text.append('.');
            }
        }
        return text.toString();
    }

    private static String told(List<Statement> statements, Narrator narrator) {
        List<String> told = new ArrayList<>();
        int previous = -2;
        Subject subject = Subject.OTHER;
        for (Statement statement : statements) {
            boolean followsOn = statement.index() == previous + 1 && previous >= 0;
            Retold retold = ThirdPerson.retell(
                    Openings.cut(statement.text(), followsOn), narrator, statement.isBackground(), subject);
            told.add(retold.text());
            subject = retold.subject();
            previous = statement.index();
        }
        return joined(told);
    }
}
