package org.courant.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.classify.Classification;
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.directory.Directory;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.DirectoryEntry;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.record.Membership;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.resolve.Resolve;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.story.LaterSummaries;
import org.courant.enrich.story.StoryAssembler;
import org.courant.enrich.summarise.Summariser;
import org.courant.enrich.works.Descriptors;
import org.courant.enrich.works.Works;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.RocksDbLimits;
import org.courant.service.streams.StreamsSettings;

/**
 * Makes the stages of the topology, each with the stores that it has there; stories get neither section nor summary.
 */
final class Stages {
    static final int STORE_MEGABYTES = 64;

    private static final int MAX_MEMBERS = 500;

    private final Path folder;
    private final int partitions;
    private final Profiles profiles;
    private final Properties settings;
    private final MeterRegistry meters = new SimpleMeterRegistry();

    /** @param memory native memory of all stores together */
    Stages(Path folder, int partitions, FrequencyTable frequencies, RocksDbLimits.Memory memory) {
        this.folder = folder;
        this.partitions = partitions;
        this.profiles = new Profiles(frequencies);
        Connection nowhere = new Connection(
                Map.of("bootstrap.servers", "localhost:9"),
                Map.of("schema.registry.url", "mock://bench"),
                new Topics("bench.", partitions),
                (short) 1);
        this.settings = new StreamsSettings("bench", folder, 1, Duration.ofMillis(100), STORE_MEGABYTES)
                .properties(nowhere, "bench", new SimpleMeterRegistry(), memory, Map.of());
    }

    Stage works(int partition) {
        Works works = new Works(
                new Descriptors(profiles, MatchLimits.DEFAULT),
                new StoryAssembler("source-items", new NoSections(), new NoSummaries()),
                "source-items",
                MAX_MEMBERS,
                context -> LaterSummaries.NONE,
                meters);
        return stage("works", partition, Set.of(StateStores.WORKS, StateStores.MEMBERS))
                .add(works, List.of(Delivery.class, DirectoryEntry.class, Assignment.class, Membership.class));
    }

    Stage directory(int partition) {
        return stage("directory", partition, Set.of(StateStores.DIRECTORY))
                .add(new Directory(), List.of(ItemVersion.class));
    }

    Stage resolution() {
        return stage(
                        "resolution",
                        0,
                        Set.of(
                                StateStores.DESCRIPTORS,
                                StateStores.PAIRS,
                                StateStores.EDGES,
                                StateStores.COMPONENTS,
                                StateStores.MATCHES,
                                StateStores.ASSIGNMENTS,
                                StateStores.WATERMARKS))
                .add(
                        new Resolve(new PairRules(Thresholds.DEFAULT), MatchLimits.DEFAULT, partitions, meters),
                        List.of(Descriptor.class));
    }

    /** Pairs of texts that have been compared. */
    double compared() {
        return meters.counter("courant.enrich.pairs.compared").count();
    }

    private Stage stage(String name, int partition, Set<String> stores) {
        return new Stage(folder.resolve(name + "-" + partition), settings, partition, stores);
    }

    private record NoSections() implements Classifier {
        @Override
        public Classification classify(Document document) {
            return new Classification("other", "Other", 0, List.of(), List.of());
        }

        @Override
        public String version() {
            return "none";
        }
    }

    private record NoSummaries() implements Summariser {
        @Override
        public String summarise(Source source) {
            return source.title();
        }

        @Override
        public String version() {
            return "none";
        }
    }
}
