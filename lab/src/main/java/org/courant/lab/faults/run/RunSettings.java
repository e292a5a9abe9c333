package org.courant.lab.faults.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.courant.lab.faults.cluster.Product;
import org.courant.lab.faults.planted.Plant;

/**
 * What to do in one run.
 *
 * @param directory of this run; made anew
 * @param plant a bug that the services have; the faults are those under which it shows
 * @param brokers 1 or 3
 * @param instances of each service
 * @param every mean time between two kills
 * @param rate publications a second
 * @param calm how long the system may take to come to rest
 */
public record RunSettings(
        Path directory,
        Product product,
        Optional<Plant> plant,
        long seed,
        int kills,
        int brokers,
        int instances,
        Duration every,
        int rate,
        boolean poison,
        boolean fullDisk,
        boolean clocks,
        Duration calm) {
    /** What happened when, for a person; beside the directory. */
    Path log() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }
}
