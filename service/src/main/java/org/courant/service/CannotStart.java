package org.courant.service;

/** The world is not as a service needs it; the message names the thing, the value and the remedy, for a person. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
