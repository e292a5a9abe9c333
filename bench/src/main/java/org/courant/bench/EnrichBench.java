package org.courant.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.courant.embedded.EmbeddedBroker;
import org.courant.enrich.EnrichTopology;
import org.courant.enrich.classify.LexicalClassifier;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.summarise.ExtractiveSummariser;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;

/**
 * How fast enrich is, next to a raw produce of the same records and to a Streams application that only copies them, all
 * exactly once, on one broker in this JVM.
 *
 * <p>Usage: {@code EnrichBench [items]}. The first round warms the JVM up and is not counted. What counts is the ratio:
 * the rates themselves depend on the machine and on what else it does.
 */
public final class EnrichBench {
    private static final int PARTITIONS = 4;
    private static final int ROUNDS = 3;

    private final PrintStream out;
    private final EmbeddedBroker broker;
    private final Path folder;
    private final Papers papers;

    private EnrichBench(PrintStream out, EmbeddedBroker broker, Path folder, Papers papers) {
        this.out = out;
        this.broker = broker;
        this.folder = folder;
        this.papers = papers;
    }

    public static void main(String[] arguments) throws IOException {
        int items = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("courant-bench");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"))) {
            new EnrichBench(System.out, broker, folder, new Papers(items)).run();
        } finally {
            Directories.delete(folder);
        }
    }

    private void run() {
        out.printf(
                "%,d items of about %,d bytes, %d partitions, one thread%n",
                papers.count(), papers.bytes(), PARTITIONS);
        out.printf(
                "%-7s %14s %14s %14s %10s %10s %6s%n",
                "round", "produce/s", "copy/s", "enrich/s", "of produce", "of copy", "load");
        for (int round = 0; round <= ROUNDS; round++) {
            Topics topics = new Topics("bench-" + round + ".", PARTITIONS);
            Connection connection = connection(topics);
            try (TopicAdmin admin = new TopicAdmin(connection)) {
                admin.apply(admin.plan());
            }
            double produce = perSecond(papers.produce(connection));
            double copy = perSecond(streams(connection, round, "copy").run(copy(topics)));
            double enrich = perSecond(streams(connection, round, "enrich").run(enrich(connection)));
            String name = round == 0 ? "warm-up" : String.valueOf(round);
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            out.printf(
                    "%-7s %,14.0f %,14.0f %,14.0f %9.1f%% %9.1f%% %6.1f%n",
                    name, produce, copy, enrich, 100 * enrich / produce, 100 * enrich / copy, load);
        }
    }

    private StreamsRun streams(Connection connection, int round, String name) {
        return new StreamsRun(connection, name + "-" + round, folder.resolve("state"), papers.count());
    }

    private Connection connection(Topics topics) {
        return new Connection(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                Map.of("schema.registry.url", "mock://bench"),
                topics,
                (short) 1);
    }

    /** The control: the same records through Streams, exactly once, untouched. */
    private static Topology copy(Topics topics) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        topics.sourceItems().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("items"))
                .to(
                        topics.deadLetters().name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("copies"));
        return builder.build();
    }

    private static Topology enrich(Connection connection) {
        AvroSerdes serdes = connection.serdes();
        return new EnrichTopology(
                        connection.topics(),
                        serdes,
                        new LexicalClassifier(TaxonomyFile.shipped()),
                        new ExtractiveSummariser(),
                        1_000,
                        new SimpleMeterRegistry())
                .build();
    }

    private double perSecond(Duration duration) {
        return papers.count() * 1e9 / duration.toNanos();
    }
}
