package org.courant.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot start. The message is for the person at the keyboard: what, where, and the remedy. */
public final class EmbeddedException extends RuntimeException {
    public EmbeddedException(String message) {
        super(message);
    }

    public EmbeddedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
