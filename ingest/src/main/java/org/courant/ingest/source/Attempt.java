package org.courant.ingest.source;

import java.util.function.Function;
import java.util.function.Supplier;
import org.courant.service.FatalError;

/** Reads one thing of many, so that whatever is thrown for it concerns it alone and the next is read. */
public final class Attempt {
    private Attempt() {}

    /**
     * What is read.
     *
     * @param unread makes the outcome of what was thrown; an error that is {@link FatalError fatal} is thrown on
     */
    public static <T> T of(Supplier<T> reading, Function<String, T> unread) {
        try {
            return reading.get();
        } catch (Throwable thrown) {
            if (FatalError.isFatal(thrown)) {
                throw thrown;
            }
            return unread.apply("It cannot be read: " + thrown);
        }
    }
}
