package org.courant.bench;

import static org.courant.enrich.store.StateStores.AGES;
import static org.courant.enrich.store.StateStores.ASSIGNMENTS;
import static org.courant.enrich.store.StateStores.BLOCKS;
import static org.courant.enrich.store.StateStores.BONDS;
import static org.courant.enrich.store.StateStores.CLAIMS;
import static org.courant.enrich.store.StateStores.CROWDS;
import static org.courant.enrich.store.StateStores.EDGES;
import static org.courant.enrich.store.StateStores.IDENTITIES;
import static org.courant.enrich.store.StateStores.ITEMS;
import static org.courant.enrich.store.StateStores.ITEM_PROGRESS;
import static org.courant.enrich.store.StateStores.LABELS;
import static org.courant.enrich.store.StateStores.LOG_PROGRESS;
import static org.courant.enrich.store.StateStores.SKETCHES;
import static org.courant.enrich.store.StateStores.TEXT_MATCHES;
import static org.courant.enrich.store.StateStores.VISITORS;
import static org.courant.enrich.store.StateStores.WINNERS;
import static org.courant.enrich.store.StateStores.WORK_PROGRESS;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.cluster.Connect;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.match.KeepLatest;
import org.courant.enrich.match.Place;
import org.courant.enrich.match.Receive;
import org.courant.enrich.match.Relabel;
import org.courant.enrich.pair.FindPairs;
import org.courant.enrich.pair.MatchLimits;
import org.courant.enrich.pair.Sketcher;
import org.courant.enrich.record.Claim;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.FirstSeen;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Match;
import org.courant.enrich.record.Placement;
import org.courant.enrich.record.Removal;
import org.courant.enrich.record.Sketch;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.RocksDbLimits;
import org.courant.service.streams.StreamsSettings;

/** Makes the stages of the topology, each with the stores that it has there. */
final class Stages {
    static final int STORE_MEGABYTES = 64;

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

    Stage items(int partition) {
        return stage("items", partition, Set.of(WINNERS, LOG_PROGRESS))
                .add(new KeepLatest(partitions), List.of(Delivery.class));
    }

    Stage works(int partition) {
        return stage("works", partition, Set.of(IDENTITIES, ITEMS, CLAIMS, VISITORS, ITEM_PROGRESS))
                .add(
                        new Place(sketcher(), partitions),
                        List.of(Placement.class, FirstSeen.class, Removal.class, Claim.class))
                .add(new Relabel(), List.of(Label.class))
                .add(new Receive(), List.of(Contribution.class));
    }

    Sketcher sketcher() {
        return new Sketcher(profiles, MatchLimits.DEFAULT, partitions);
    }

    Stage blocks(int partition) {
        PairRules rules = new PairRules(Thresholds.DEFAULT);
        return stage("blocks", partition, Set.of(SKETCHES, BLOCKS, CROWDS, BONDS, AGES, WORK_PROGRESS))
                .add(new FindPairs(rules, MatchLimits.DEFAULT, partitions, meters), List.of(Sketch.class));
    }

    /** Pairs of texts that all partitions together have compared. */
    double compared() {
        return meters.counter("courant.enrich.pairs.compared").count();
    }

    Stage graph(MeterRegistry meters) {
        return stage("graph", 0, Set.of(EDGES, LABELS, TEXT_MATCHES, ASSIGNMENTS))
                .add(new Connect(meters), List.of(Match.class));
    }

    private Stage stage(String name, int partition, Set<String> stores) {
        return new Stage(folder.resolve(name + "-" + partition), settings, partition, stores);
    }
}
