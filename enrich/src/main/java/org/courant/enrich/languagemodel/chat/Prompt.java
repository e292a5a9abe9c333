package org.courant.enrich.languagemodel.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the model is told to do, whatever the text. Whoever changes a word of it adds a file and counts up. */
public final class Prompt {
    /** The version that is in use; part of the key of every answer. */
    public static final int VERSION = 1;

    private Prompt() {}

    static String text() {
        String name = "prompt-" + VERSION + ".txt";
        try (InputStream file = Prompt.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the resource " + name + " is missing; build Courant again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", unreadable);
        }
    }
}
