package org.courant.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What this build is.
 *
 * @param courant version of Courant
 * @param kafka version of the Kafka clients, and of the embedded broker
 * @param java version of the JVM that runs it
 */
public record Version(String courant, String kafka, String java) {
    public static Version current() {
        Properties build = new Properties();
        try (InputStream stored = Version.class.getResourceAsStream("version.properties")) {
            build.load(Objects.requireNonNull(stored, "version.properties"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Version(
                build.getProperty("version", "unknown"),
                build.getProperty("kafka", "unknown"),
                System.getProperty("java.version"));
    }
}
