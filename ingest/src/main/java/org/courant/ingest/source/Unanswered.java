package org.courant.ingest.source;

import org.courant.ingest.http.Answer;

/** What a poll comes to when there is no document. */
public final class Unanswered {
    private Unanswered() {}

    /**
     * The outcome of an answer without a document.
     *
     * @throws IllegalArgumentException for {@link Answer.Ok}, which has one
     */
    public static Fetched of(Answer answer, Poll poll) {
        if (answer instanceof Answer.NotModified same) {
            return new Fetched.NotModified(CursorChange.none(poll.cursor()).withAtLeast(same.cacheMaxAge()));
        }
        if (answer instanceof Answer.Throttled throttled) {
            return new Fetched.Throttled(throttled.retryAfter(), throttled.reason());
        }
        if (answer instanceof Answer.Gone gone) {
            return new Fetched.Gone(gone.reason());
        }
        if (answer instanceof Answer.NotFound missing) {
            return new Fetched.Failed(missing.reason());
        }
        if (answer instanceof Answer.Failed failed) {
            return new Fetched.Failed(failed.reason());
        }
        throw new IllegalArgumentException("The answer has a document: " + answer);
    }
}
