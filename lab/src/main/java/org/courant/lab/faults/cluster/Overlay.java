package org.courant.lab.faults.cluster;

import java.util.List;

/**
 * What differs from the product as it is built.
 *
 * @param jvmOptions further options of a service's JVM
 * @param settings that take the place of those in the settings file of a service
 */
public record Overlay(List<String> jvmOptions, List<Setting> settings) {
    public static final Overlay NONE = new Overlay(List.of(), List.of());

    public Overlay {
        jvmOptions = List.copyOf(jvmOptions);
        settings = List.copyOf(settings);
    }

    /**
     * One key of a settings file.
     *
     * @param section such as {@code kafka}
     * @param key such as {@code isolation.level}
     */
    public record Setting(String section, String key, String value) {}
}
