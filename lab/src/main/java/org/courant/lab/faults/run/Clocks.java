package org.courant.lab.faults.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's libfaketime: the environment of a process whose wall clock is off; its monotonic clock is the true one. */
final class Clocks {
    private Clocks() {}

    static boolean isAvailable() {
        return library().isPresent();
    }

    static Map<String, String> off(Duration offset) {
        return library()
                .map(path -> Map.of(
                        "LD_PRELOAD",
                        path.toString(),
                        "FAKETIME",
                        "%+ds".formatted(offset.toSeconds()),
                        "DONT_FAKE_MONOTONIC",
                        "1"))
                .orElse(Map.of());
    }

    private static Optional<Path> library() {
        for (String root : List.of("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime")) {
            try (Stream<Path> files = Files.list(Path.of(root))) {
                Optional<Path> found = files.filter(file -> file.endsWith("libfaketimeMT.so.1"))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException absent) {
                // The next one.
            }
        }
        return Optional.empty();
    }
}
