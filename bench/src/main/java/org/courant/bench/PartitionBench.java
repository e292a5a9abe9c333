package org.courant.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.courant.enrich.block.FrequencyTable;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.RocksDbLimits;

/**
 * What an item costs when 10,000, 100,000 and a million are remembered, as {@link StateBench} says, but from one
 * partition of six, with a sixth of the memory: times six it is the cost of all. The graph is left out.
 *
 * <p>Usage: {@code PartitionBench [items [megabytes]]}; the memory is that of all six. A control is measured with each
 * size, since the cost of anything depends on what else the machine does: profile and keys of a text, which need no
 * state. The ratio of the two is what counts. Compaction comes in bursts, which the last items before a size may or may
 * not meet: the column "since" is the mean of all items since the size before, without the time that it takes to make
 * them up.
 */
public final class PartitionBench {
    private static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;
    private static final int[] SIZES = {10_000, 30_000, 100_000, 300_000, 1_000_000};
    private static final int MEASURED = 6_000;
    private static final int AT_ONCE = 600;

    private final PrintStream out;
    private final Path folder;
    private final int megabytes;
    private final Papers papers = new Papers();
    private final FrequencyTable frequencies = papers.frequencies();
    private final LongAdder making = new LongAdder();

    private PartitionBench(PrintStream out, Path folder, int megabytes) {
        this.out = out;
        this.folder = folder;
        this.megabytes = megabytes;
    }

    public static void main(String[] arguments) throws IOException {
        int items = arguments.length < 1 ? 100_000 : Integer.parseInt(arguments[0]);
        int megabytes = arguments.length < 2 ? Stages.STORE_MEGABYTES : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("courant-bench");
        try {
            new PartitionBench(System.out, folder, megabytes).run(items);
        } finally {
            Directories.delete(folder);
        }
    }

    private void run(int items) {
        out.printf("one of %d partitions, %d MiB for the stores of all; µs for each item%n", PARTITIONS, megabytes);
        out.printf(
                "%-10s %10s %10s %12s %12s %12s %10s %10s %12s %8s%n",
                "items",
                "since",
                "all CPU",
                "keep-latest",
                "place",
                "find-pairs",
                "control",
                "compared",
                "bytes",
                "load");
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(((long) megabytes << 20) / PARTITIONS)) {
            int[] sizes = Arrays.stream(SIZES).filter(size -> size <= items).toArray();
            grow("warm-up", memory, 0, sizes[0]);
            int done = 0;
            for (int size : sizes) {
                out.println(grow("counted", memory, done, size));
                done = size;
            }
        }
    }

    /** Delivers items up to a size; returns a line on the last of them. Closed stores are all on disk. */
    private String grow(String name, RocksDbLimits.Memory memory, int from, int size) {
        Tally tally = new Tally();
        String costs;
        making.reset();
        long begin = Reading.ownCpu();
        Stages stages = new Stages(folder.resolve(name), PARTITIONS, frequencies, memory);
        try (OnePartition partition = new OnePartition(stages, PARTITIONS, tally)) {
            for (int start = from; start < size - MEASURED; start += AT_ONCE) {
                given(partition, start, Math.min(start + AT_ONCE, size - MEASURED))
                        .forEach(partition::deliver);
            }
            List<OnePartition.Given> last = given(partition, size - MEASURED, size);
            double control = control(partition, size);
            tally.takeNanos();
            double compared = stages.compared();
            long start = Reading.ownCpu();
            last.forEach(partition::deliver);
            long cpu = Reading.ownCpu() - start;
            Map<String, Long> nanos = tally.takeNanos();
            costs = "%10.0f %12.1f %12.1f %12.1f %10.1f %10.1f"
                    .formatted(
                            micros(cpu, MEASURED),
                            micros(nanos.getOrDefault("keep-latest", 0L), MEASURED),
                            micros(nanos.getOrDefault("place", 0L), MEASURED),
                            micros(nanos.getOrDefault("find-pairs", 0L), MEASURED),
                            control,
                            (stages.compared() - compared) * PARTITIONS / MEASURED);
        }
        double since = micros(Reading.ownCpu() - begin - making.sum(), size - from);
        long bytes = DiskUse.byStore(folder.resolve(name)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return "%-10d %10.0f %s %12d %8.1f".formatted(size, since, costs, bytes * PARTITIONS / size, Reading.load());
    }

    private List<OnePartition.Given> given(OnePartition partition, int from, int to) {
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(index -> make(partition, index))
                .toList();
    }

    private OnePartition.Given make(OnePartition partition, int index) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        OnePartition.Given given = partition.given(papers.item(index), index);
        making.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        return given;
    }

    /** Microseconds of this thread for what is made of an item without any state. */
    private double control(OnePartition partition, int from) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var items = IntStream.range(from, from + MEASURED / PARTITIONS)
                .mapToObj(papers::item)
                .toList();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < items.size(); i++) {
            partition.given(items.get(i), from + i);
        }
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        making.add(end - begin);
        return (end - start) / 1_000.0 / items.size();
    }

    private static double micros(long nanos, int items) {
        return nanos / 1_000.0 / items * PARTITIONS;
    }
}
