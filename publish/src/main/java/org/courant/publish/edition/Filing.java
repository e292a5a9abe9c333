package org.courant.publish.edition;

import java.util.Optional;
import org.courant.schemas.Batch;
import org.courant.schemas.SourceStatus;

/** A change to the edition of one day. */
public sealed interface Filing {
    /** An entry belongs to the edition, in place of what was filed under its id. */
    record Entry(FiledEntry entry) implements Filing {}

    /** An entry no longer belongs to the edition. */
    record Withdrawal(String entryId) implements Filing {}

    /** A source has delivered for the day, in place of what it had delivered before. */
    record Delivery(String sourceId, String sourceName, int expected, int got) implements Filing {
        /** What a status says of the last batch of its source; empty where there was none. */
        static Optional<Delivery> of(SourceStatus status) {
            return Optional.ofNullable(status.getLastBatch()).map(batch -> of(status, batch));
        }

        private static Delivery of(SourceStatus status, Batch batch) {
            return new Delivery(status.getSourceId(), status.getSourceName(), batch.getExpected(), batch.getGot());
        }
    }
}
