package org.courant.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.streams.Topology;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;

/**
 * How fast enrich is, and what it costs, matching by names only and by texts too; next to a raw produce of the same
 * records, to a Streams application that only copies them and to one that has the topics and stores of full matching
 * and computes nothing. All Streams applications run exactly once with one thread, in this JVM; the broker has another
 * one.
 *
 * <p>Usage: {@code EnrichBench [items [rounds]]}. The first round warms up and is not counted. What counts is the
 * ratio: the rates themselves depend on the machine and on what else it does.
 */
public final class EnrichBench {
    private static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;
    private static final int MOST_TOLD = 5_000;

    private final PrintStream out;
    private final BrokerProcess broker;
    private final Path folder;
    private final int items;
    private final Papers papers = new Papers();
    private final Topologies topologies = new Topologies(papers.frequencies());

    private enum Kind {
        PRODUCE("raw produce"),
        COPY("copy"),
        HOPS("hops and rows"),
        IDENTITY("identity only"),
        FULL("full matching");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private EnrichBench(PrintStream out, BrokerProcess broker, Path folder, int items) {
        this.out = out;
        this.broker = broker;
        this.folder = folder;
        this.items = items;
    }

    public static void main(String[] arguments) throws IOException {
        int items = arguments.length < 1 ? 40_000 : Integer.parseInt(arguments[0]);
        int rounds = arguments.length < 2 ? 3 : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("courant-bench");
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("kafka"))) {
            new EnrichBench(System.out, broker, folder, items).run(rounds);
        } finally {
            Directories.delete(folder);
        }
    }

    private void run(int rounds) {
        out.printf(
                "%,d items, %d partitions, one thread; µs of CPU for each item, the JIT compiler left out%n",
                items, PARTITIONS);
        out.printf(
                "%-8s %-14s %10s %9s %16s %16s %6s%n", "round", "", "items/s", "of copy", "µs", "µs of broker", "load");
        Map<Kind, List<Rate>> counted = new EnumMap<>(Kind.class);
        for (int round = 0; round <= rounds; round++) {
            Map<Kind, Rate> rates = round(round);
            print(round == 0 ? "warm-up" : String.valueOf(round), rates);
            if (round > 0) {
                rates.forEach((kind, rate) -> counted.computeIfAbsent(kind, unseen -> new ArrayList<>())
                        .add(rate));
            }
        }
        Map<Kind, Rate> medians = new EnumMap<>(Kind.class);
        counted.forEach((kind, rates) -> medians.put(kind, Rate.median(rates)));
        print("median", medians);
        out.printf("section and summary of a paper alone: %.0f µs%n", telling());
    }

    /** Microseconds of this thread for what a story says of a paper; the rounds have warmed it up. */
    private double telling() {
        List<SourceItem> some = IntStream.range(0, Math.min(items, MOST_TOLD))
                .mapToObj(papers::item)
                .toList();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        some.forEach(topologies::tell);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000.0 / some.size();
    }

    private Map<Kind, Rate> round(int round) {
        Connection connection = connection(new Topics("bench-" + round + ".", PARTITIONS));
        try (TopicAdmin admin = new TopicAdmin(connection)) {
            admin.apply(admin.plan());
        }
        Map<Kind, Rate> rates = new EnumMap<>(Kind.class);
        rates.put(Kind.PRODUCE, new RawProduce(connection, broker, papers, items).run());
        rates.put(Kind.COPY, streams(connection, "copy-" + round, topologies::copy));
        rates.put(Kind.HOPS, streams(connection, "hops-" + round, topologies::hops));
        rates.put(Kind.IDENTITY, streams(connection, "identity-" + round, topologies::identityOnly));
        rates.put(Kind.FULL, streams(connection, "full-" + round, topologies::fullMatching));
        return rates;
    }

    private Rate streams(Connection connection, String name, Function<Connection, Topology> topology) {
        return new StreamsRun(connection, broker, name, folder.resolve("state"), items).run(topology.apply(connection));
    }

    private void print(String round, Map<Kind, Rate> rates) {
        Rate copy = rates.getOrDefault(Kind.COPY, new Rate(Double.NaN, 0, 0));
        rates.forEach((kind, rate) -> out.printf(
                "%-8s %-14s %,10.0f %8.0f%% %16.0f %16.0f %6.1f%n",
                round,
                kind.title,
                rate.perSecond(),
                100 * rate.perSecond() / copy.perSecond(),
                rate.cpuMicros(),
                rate.brokerMicros(),
                Reading.load()));
    }

    private Connection connection(Topics topics) {
        return new Connection(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                Map.of("schema.registry.url", "mock://bench"),
                topics,
                (short) 1);
    }
}
