package org.courant.lab.faults.cluster;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to start a process and how to tell that it is up.
 *
 * @param name such as {@code enrich-2}
 * @param role what it does
 * @param directory working directory, where its output goes
 * @param state local state that it may lose and restore; null where losing it would be losing data
 */
public record NodeSpec(
        String name, Role role, Path directory, @Nullable Path state, List<String> command, Readiness readiness) {
    public NodeSpec {
        command = List.copyOf(command);
    }
}
