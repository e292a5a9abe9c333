package org.courant.lab.faults.schedule;

import java.time.Duration;
import java.util.List;

/**
 * What to draw from.
 *
 * @param every mean time between two kills
 * @param services names of the services that always run
 * @param brokers how many there are
 * @param poison whether there are records that cannot be processed
 * @param disks processes whose disk can be filled
 * @param clocks whether a process can be started under another clock
 */
public record Options(
        int kills,
        Duration every,
        List<String> services,
        int brokers,
        boolean poison,
        List<String> disks,
        boolean clocks) {
    public Options {
        services = List.copyOf(services);
        disks = List.copyOf(disks);
    }
}
