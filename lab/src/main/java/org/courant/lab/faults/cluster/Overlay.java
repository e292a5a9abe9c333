package org.courant.lab.faults.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * What differs from the product as it is built: nothing, or a planted bug.
 *
 * @param name {@code none}, or that of the bug
 * @param classPath directories and jars whose classes win over the product's
 * @param jvmOptions further options of every service's JVM
 * @param settings lines of YAML, such as {@code kafka.isolation.level: read_uncommitted} in block style, that are
 *     merged into the settings of every service: a key is a path with dots, split at the first dot
 */
public record Overlay(String name, List<Path> classPath, List<String> jvmOptions, List<Setting> settings) {
    public static final Overlay NONE = new Overlay("none", List.of(), List.of(), List.of());

    public Overlay {
        classPath = List.copyOf(classPath);
        jvmOptions = List.copyOf(jvmOptions);
        settings = List.copyOf(settings);
    }

    /**
     * One key of the settings file of every service.
     *
     * @param section such as {@code kafka}
     * @param key such as {@code isolation.level}
     */
    public record Setting(String section, String key, String value) {}
}
