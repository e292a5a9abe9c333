package org.courant.ingest.source;

import java.util.Optional;
import org.courant.ingest.http.Answer;

/** What a poll comes to when there is no document. */
public final class Unanswered {
    private Unanswered() {}

    /**
     * The outcome of an answer without a document; none for {@link Answer.Ok}.
     *
     * @param known what the cursor keeps if nothing has changed
     */
    public static Optional<Fetched> of(Answer answer, CursorChange known) {
        if (answer instanceof Answer.NotModified) {
            return Optional.of(new Fetched.NotModified(known));
        }
        if (answer instanceof Answer.Throttled throttled) {
            return Optional.of(new Fetched.Throttled(throttled.retryAfter(), throttled.reason()));
        }
        if (answer instanceof Answer.Gone gone) {
            return Optional.of(new Fetched.Gone(gone.reason()));
        }
        if (answer instanceof Answer.NotFound missing) {
            return Optional.of(new Fetched.Failed(missing.reason()));
        }
        return answer instanceof Answer.Failed failed
                ? Optional.of(new Fetched.Failed(failed.reason()))
                : Optional.empty();
    }
}
