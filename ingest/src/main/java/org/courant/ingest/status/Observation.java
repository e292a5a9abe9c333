package org.courant.ingest.status;

import java.time.Instant;
import java.util.Optional;
import org.courant.schemas.Batch;

/** What a poll showed of how a source is doing. */
public sealed interface Observation {

    /**
     * The source answered as it should.
     *
     * @param batch what it listed; empty where it only said that nothing has changed
     * @param fresh how many of those were new
     * @param lastChangeAt when it last had something new, this poll included
     */
    record Answered(Optional<Batch> batch, int fresh, Optional<Instant> lastChangeAt) implements Observation {}

    /**
     * The source did not answer as it should.
     *
     * @param reason one sentence for a person
     * @param failures polls that failed in a row, this one included
     */
    record Unanswered(String reason, int failures) implements Observation {}

    /** The source has not been asked. */
    record Unasked(String reason) implements Observation {}
}
