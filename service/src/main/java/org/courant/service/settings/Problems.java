package org.courant.service.settings;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a file of settings, so that the operator hears of everything at once. */
public final class Problems {
    private final String file;
    private final List<String> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    /** A value that is not what it should be; {@code origin} is a line of the file or an environment variable. */
    void add(String origin, String key, String value, String expected) {
        found.add("%s: %s is '%s'; expected %s".formatted(origin, key, shorten(value), expected));
    }

    /** Anything else that is wrong. */
    public void add(String origin, String message) {
        found.add(origin + ": " + message);
    }

    String line(int zeroBased) {
        return file + ":" + (zeroBased + 1);
    }

    String file() {
        return file;
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidSettings if anything was wrong
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidSettings(found);
        }
    }

    private static String shorten(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
