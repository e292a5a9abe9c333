package org.courant.enrich.languagemodel;

import java.util.Optional;
import org.courant.enrich.summarise.Length;
import org.courant.schemas.Story;
import org.courant.schemas.SummaryRequest;

/** Which texts are worth a request. */
public final class Requests {
    /** A shorter text is its own summary. */
    public static final int FEWEST_WORDS = 80;

    /** As much as the summariser in process reads of a long post; a few thousand tokens. */
    private static final int MOST_CHARACTERS = 20_000;

    private Requests() {}

    /** What the model is told of a story; empty where the text is too short to gain anything. */
    public static Optional<SummaryRequest> of(Story story) {
        String body = cut(story.getBody());
        if (Length.inWords(body.replace('\n', ' ')) < FEWEST_WORDS) {
            return Optional.empty();
        }
        String title = story.getPublishedTitle().isEmpty() ? story.getTitle() : story.getPublishedTitle();
        return Optional.of(new SummaryRequest(title, body, story.getSourceKind()));
    }

    /** Never through a character. */
    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean within = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, within ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }
}
