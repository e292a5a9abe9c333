package org.courant.enrich.validate;

/** A record names no item, or stands where items of its work do not meet: it becomes a dead letter. */
public final class UnusableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRecord(String message) {
        super(message);
    }
}
