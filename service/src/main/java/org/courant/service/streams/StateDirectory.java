package org.courant.service.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.courant.service.CannotStart;

/** Where a topology keeps its local state. */
record StateDirectory(Path path) {
    /**
     * Makes the directory and those above it. Kafka Streams would do that too, but of two applications that start
     * together on the same missing directory it takes the slower one for failed.
     *
     * @throws CannotStart if it cannot be made or written to
     */
    void make() {
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw new CannotStart(
                    "the directory for local state, " + path.toAbsolutePath() + ", cannot be made (" + failed
                            + "); make room or grant the right to write there, or set state-dir to another place",
                    failed);
        }
        if (!Files.isWritable(path)) {
            throw new CannotStart("the directory for local state, " + path.toAbsolutePath()
                    + ", cannot be written to; grant the right to write there, or set state-dir to another place");
        }
    }
}
