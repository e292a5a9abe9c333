package org.courant.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast, and at what cost.
 *
 * @param perSecond items in a second of the wall clock
 * @param cpuMicros processor time of the measured JVM for each item, its compiler left out
 * @param brokerMicros processor time of the broker for each item
 */
record Rate(double perSecond, double cpuMicros, double brokerMicros) {
    /** The median of each figure. */
    static Rate median(List<Rate> rates) {
        return new Rate(
                median(rates, Rate::perSecond), median(rates, Rate::cpuMicros), median(rates, Rate::brokerMicros));
    }

    private static double median(List<Rate> rates, ToDoubleFunction<Rate> figure) {
        double[] sorted = rates.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
