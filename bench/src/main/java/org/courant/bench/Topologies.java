package org.courant.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.courant.enrich.EnrichTopology;
import org.courant.enrich.Methods;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.classify.LexicalClassifier;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.pair.MatchLimits;
import org.courant.enrich.summarise.ExtractiveSummariser;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;

/** What is measured. */
final class Topologies {
    private final Profiles profiles;

    Topologies(FrequencyTable frequencies) {
        this.profiles = new Profiles(frequencies);
    }

    /** The control: the same records through Streams, exactly once, untouched. */
    Topology copy(Connection connection) {
        Topics topics = connection.topics();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        topics.sourceItems().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("items"))
                .to(
                        topics.deadLetters().name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("copies"));
        return builder.build();
    }

    Topology identityOnly(Connection connection) {
        return enrich(connection, MatchLimits.NO_TEXTS);
    }

    Topology fullMatching(Connection connection) {
        return enrich(connection, MatchLimits.DEFAULT);
    }

    private Topology enrich(Connection connection, MatchLimits limits) {
        Methods methods = new Methods(
                profiles,
                new PairRules(Thresholds.DEFAULT),
                limits,
                new LexicalClassifier(TaxonomyFile.shipped()),
                new ExtractiveSummariser());
        return new EnrichTopology(connection.topics(), connection.serdes(), methods, 500, new SimpleMeterRegistry())
                .build();
    }
}
