package org.courant.cli.evaluate.summaries;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Function;

/**
 * How fast one thread summarises. Processor time is counted, not the clock's, so that other programs on the machine do
 * not show in the figure.
 *
 * @param perSecond summaries in a second of one core
 * @param micros microseconds of one core for a summary
 */
record Throughput(double perSecond, double micros) {
    private static final int LEAST_RUNS = 5_000;

    static Throughput of(List<Abstract> abstracts, Function<Abstract, String> summarise) {
        run(abstracts, summarise);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int runs = run(abstracts, summarise);
        double micros = (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / runs;
        return new Throughput(1_000_000 / micros, micros);
    }

    /** The first run warms up; its results are used, so that no compiler leaves the work out. */
    private static int run(List<Abstract> abstracts, Function<Abstract, String> summarise) {
        int runs = 0;
        long length = 0;
        while (runs < LEAST_RUNS) {
            for (Abstract paper : abstracts) {
                length += summarise.apply(paper).length();
                runs++;
            }
        }
        return length < 0 ? 0 : runs;
    }
}
