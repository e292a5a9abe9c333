package org.courant.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.block.FrequencyTable;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.RocksDbLimits;

/**
 * What the stages of enrich keep and cost when 10,000, 100,000 and more items are remembered: the stages themselves on
 * RocksDB, without a broker, and without section and summary.
 *
 * <p>Usage: {@code StateBench [items]}. Costs are those of the last items before each size; a first run on stores of
 * its own warms up. At the end the descriptors of the run are given to an empty resolution once more, at full speed,
 * and it is started again on what it has stored, which builds its index anew.
 */
public final class StateBench {
    private static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;
    private static final int[] SIZES = {10_000, 30_000, 100_000, 300_000, 1_000_000};
    private static final int WARM_UP = 10_000;
    private static final int MEASURED = 5_000;

    private final PrintStream out;
    private final Path folder;
    private final Papers papers = new Papers();
    private final FrequencyTable frequencies = papers.frequencies();

    private StateBench(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        int items = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("courant-bench");
        try {
            new StateBench(System.out, folder).run(items);
        } finally {
            Directories.delete(folder);
        }
    }

    private void run(int items) {
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory((long) Stages.STORE_MEGABYTES << 20)) {
            try (Matching warmUp = new Matching(stages("warm-up", memory), PARTITIONS, new Tally())) {
                deliver(warmUp, 0, WARM_UP);
            }
            out.printf("%d partitions, %d MiB for all stores%n", PARTITIONS, Stages.STORE_MEGABYTES);
            Tally tally = new Tally();
            int done = 0;
            for (int size : Arrays.stream(SIZES).filter(size -> size <= items).toArray()) {
                long cpu = grow(memory, tally, done, size);
                print(tally, size, cpu);
                done = size;
            }
            saturate(stages("warm-up-alone", memory), tally.descriptors());
            double micros = saturate(stages("alone", memory), tally.descriptors());
            out.printf(
                    "%nresolve alone: %,d descriptors, %.1f µs of CPU for each; one core takes %,.0f works/s%n",
                    tally.descriptors().size(), micros, 1e6 / micros);
            long start = System.nanoTime();
            stages("alone", memory).resolution().close();
            out.printf("started again in %.1f s; load %.1f%n", (System.nanoTime() - start) / 1e9, Reading.load());
        }
    }

    /**
     * Delivers items up to a size; returns the processor time that the last ones took. Closed stores are all on disk.
     */
    private long grow(RocksDbLimits.Memory memory, Tally tally, int from, int size) {
        try (Matching matching = new Matching(stages("counted", memory), PARTITIONS, tally)) {
            deliver(matching, from, size - MEASURED);
            tally.takeNanos();
            List<SourceItem> last = IntStream.range(size - MEASURED, size)
                    .mapToObj(papers::item)
                    .toList();
            long start = Reading.ownCpu();
            for (int i = 0; i < MEASURED; i++) {
                matching.deliver(last.get(i), size - MEASURED + i);
            }
            return Reading.ownCpu() - start;
        }
    }

    private void deliver(Matching matching, int from, int to) {
        for (int index = from; index < to; index++) {
            matching.deliver(papers.item(index), index);
        }
    }

    private void print(Tally tally, int size, long cpu) {
        Map<String, Long> bytes = DiskUse.byStore(folder.resolve("counted"));
        out.printf(
                "%n%,d items: %.0f µs of CPU and %,d bytes for each, %.2f descriptors; load %.1f%n",
                size,
                micros(cpu),
                bytes.values().stream().mapToLong(Long::longValue).sum() / size,
                tally.descriptors().size() / (double) size,
                Reading.load());
        tally.takeNanos().forEach((stage, nanos) -> out.printf("  %-14s %8.1f µs%n", stage, micros(nanos)));
        bytes.forEach((store, all) -> out.printf("  %-14s %8.1f bytes%n", store, all / (double) size));
    }

    /** Gives descriptors to an empty resolution at full speed; returns the microseconds of this thread for each. */
    private static double saturate(Stages stages, List<Record<?, ?>> descriptors) {
        try (Stage resolution = stages.resolution()) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            descriptors.forEach(resolution::process);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            return nanos / 1_000.0 / descriptors.size();
        }
    }

    private static double micros(long nanos) {
        return nanos / 1_000.0 / MEASURED;
    }

    private Stages stages(String name, RocksDbLimits.Memory memory) {
        return new Stages(folder.resolve(name), PARTITIONS, frequencies, memory);
    }
}
