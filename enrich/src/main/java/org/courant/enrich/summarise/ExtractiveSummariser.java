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
 * Five to eight sentences of the source, told in the third person and in its order. A source that has fewer sentences
 * gives a shorter summary; nothing is ever added.
 *
 * <pre>
 * body ─► {@link Prose} ─► {@link Roles}, {@link Salience} ─► {@link Selection} ─► {@link ThirdPerson}
 * </pre>
 */
public final class ExtractiveSummariser implements Summariser {
    private static final String VERSION = "extractive-3";

    /** More than any abstract has; what stands further back in a long post is not looked at. */
    private static final int MOST_SENTENCES_READ = 60;

    /** No single sentence is longer; text without full stops is cut at a word. */
    private static final int MOST_CHARACTERS = 900;

    private static final int MOST_CHARACTERS_READ = 20_000;

    @Override
    public String summarise(Source source) {
        return tell(source).text();
    }

    /** The summary of a source, sentence by sentence. */
    public Telling tell(Source source) {
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
        List<Statement> chosen = Selection.of(statements);
        return new Telling(sentences, chosen.stream().map(Statement::index).toList(), told(chosen, narrator(source)));
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

    private static List<String> told(List<Statement> statements, Narrator narrator) {
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
        return told;
    }
}
