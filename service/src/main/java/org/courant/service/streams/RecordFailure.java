package org.courant.service.streams;

import org.apache.kafka.common.errors.SerializationException;
import org.courant.service.FatalError;

/**
 * Carries an error that one record has caused to the handlers of Kafka Streams, which hear of exceptions only. Nobody
 * sees it: a dead letter names the root of an exception.
 */
final class RecordFailure extends SerializationException {
    private static final long serialVersionUID = 1L;

    private RecordFailure(Throwable error) {
        super("the record has caused an error: " + error, error);
    }

    /**
     * What to throw in place of an error that a processor or deserializer has thrown.
     *
     * @throws Error the error itself if it is fatal
     */
    static RecordFailure of(Error error) {
        if (FatalError.isFatal(error)) {
            throw error;
        }
        return new RecordFailure(error);
    }

    /** In place of a {@link ClassCastException}, which Kafka Streams takes for a wrong configuration. */
    static RecordFailure of(ClassCastException error) {
        return new RecordFailure(error);
    }
}
