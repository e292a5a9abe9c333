package org.courant.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Clocks at one moment, in nanoseconds: the wall's, and the processor time of this JVM, its compiler left out, and of
 * the broker's.
 */
record Reading(long wall, long own, long broker) {
    static Reading now(BrokerProcess broker) {
        return new Reading(System.nanoTime(), ownCpu(), broker.cpu().toNanos());
    }

    /** What became of a number of items between this moment and a later one. */
    Rate until(Reading later, int items) {
        return new Rate(
                items * (double) Duration.ofSeconds(1).toNanos() / (later.wall - wall),
                micros(later.own - own, items),
                micros(later.broker - broker, items));
    }

    /** Processor time of this JVM so far, all threads but the compiler's, in nanoseconds. */
    static long ownCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
                - Compiler.cpu();
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double micros(long nanos, int items) {
        return nanos / 1_000.0 / items;
    }
}
