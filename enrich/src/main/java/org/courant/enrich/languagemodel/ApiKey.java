package org.courant.enrich.languagemodel;

/** A secret: it is sent to the endpoint and appears nowhere else. */
public record ApiKey(String value) {
    public static final ApiKey NONE = new ApiKey("");

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return isEmpty() ? "none" : "***";
    }
}
