package org.courant.lab.faults.run;

import java.nio.file.Path;
import java.time.Duration;
import org.courant.lab.faults.cluster.Overlay;
import org.courant.lab.faults.cluster.Product;

/**
 * What to do in one run.
 *
 * @param directory of this run; made anew
 * @param brokers 1 or 3
 * @param every mean time between two kills
 * @param rate publications a second
 * @param calm how long the system may take to come to rest
 */
public record RunSettings(
        Path directory,
        Product product,
        Overlay overlay,
        long seed,
        int kills,
        int brokers,
        Duration every,
        int rate,
        boolean poison,
        boolean fullDisk,
        boolean clocks,
        Duration calm) {}
