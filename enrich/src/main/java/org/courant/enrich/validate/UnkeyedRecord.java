package org.courant.enrich.validate;

/** A record names no item, so nothing can be said of it by key: it becomes a dead letter. */
public final class UnkeyedRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnkeyedRecord(String message) {
        super(message);
    }
}
