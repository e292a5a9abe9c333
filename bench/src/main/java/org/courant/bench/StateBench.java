package org.courant.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.block.FrequencyTable;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.RocksDbLimits;

/**
 * What the stages of matching keep and cost when 10,000, 100,000 and more items are remembered: the stages themselves
 * on RocksDB, without a broker.
 *
 * <p>Usage: {@code StateBench [items]}. Costs are those of the last items before each size; a first run on stores of
 * its own warms up. At the end the matches of the run are given to an empty graph once more, at full speed.
 */
public final class StateBench {
    private static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;
    private static final int FIRST = 10_000;
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
            try (Matching warmUp = matching("warm-up", memory)) {
                deliver(warmUp, 0, FIRST);
            }
            out.printf("%d partitions, %d MiB for all stores%n", PARTITIONS, Stages.STORE_MEGABYTES);
            try (Matching matching = matching("counted", memory)) {
                int done = 0;
                for (int size = FIRST; size <= items; size *= 10) {
                    deliver(matching, done, size - MEASURED);
                    matching.takeNanos();
                    List<SourceItem> last = IntStream.range(size - MEASURED, size)
                            .mapToObj(papers::item)
                            .toList();
                    long start = Reading.ownCpu();
                    for (int i = 0; i < MEASURED; i++) {
                        matching.deliver(last.get(i), size - MEASURED + i);
                    }
                    print(matching, size, Reading.ownCpu() - start);
                    done = size;
                }
                saturate(stages("again", memory), matching.matches(), done);
            }
        }
    }

    private void deliver(Matching matching, int from, int to) {
        for (int index = from; index < to; index++) {
            matching.deliver(papers.item(index), index);
        }
    }

    private void print(Matching matching, int size, long cpu) {
        Map<String, Long> bytes = new TreeMap<>(matching.bytes());
        long all = bytes.values().stream().mapToLong(Long::longValue).sum();
        out.printf(
                "%n%,d items: %.0f µs of CPU and %,d bytes for each, %.2f sketches, %.3f matches; load %.1f%n",
                size,
                micros(cpu),
                all / size,
                matching.sketches() / (double) size,
                matching.matches().size() / (double) size,
                Reading.load());
        matching.takeNanos().forEach((stage, nanos) -> out.printf("  %-14s %8.1f µs%n", stage, micros(nanos)));
        bytes.forEach((store, size1) -> out.printf("  %-14s %8.1f bytes%n", store, size1 / (double) size));
    }

    /** How many matches the one stage that is not partitioned takes in a second, and how many items that is. */
    private void saturate(Stages stages, List<Record<?, ?>> matches, int items) {
        try (Stage graph = stages.graph(new SimpleMeterRegistry())) {
            long start = Reading.ownCpu();
            matches.forEach(graph::process);
            double micros = (Reading.ownCpu() - start) / 1_000.0 / matches.size();
            out.printf(
                    "%nconnect alone: %,d matches, %.1f µs of CPU for each; one core is busy at %,.0f matches/s,"
                            + " %,.0f items/s%n",
                    matches.size(), micros, 1e6 / micros, 1e6 / micros * items / matches.size());
        }
    }

    private static double micros(long nanos) {
        return nanos / 1_000.0 / MEASURED;
    }

    private Matching matching(String name, RocksDbLimits.Memory memory) {
        return new Matching(stages(name, memory), PARTITIONS);
    }

    private Stages stages(String name, RocksDbLimits.Memory memory) {
        return new Stages(folder.resolve(name), PARTITIONS, frequencies, memory);
    }
}
