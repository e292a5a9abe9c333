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
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.classify.SectionClassifier;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.summarise.ExtractiveSummariser;
import org.courant.enrich.summarise.Summariser;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;

/** What is measured. */
final class Topologies {
    private final Profiles profiles;
    private final Classifier classifier = SectionClassifier.shipped(TaxonomyFile.shipped());
    private final Summariser summariser = new ExtractiveSummariser();

    Topologies(FrequencyTable frequencies) {
        this.profiles = new Profiles(frequencies);
    }

    /** What a story says of a paper, made without any topology. */
    void tell(SourceItem item) {
        classifier.classify(
                new Classifier.Document(item.getTitle(), item.getBody(), item.getCategories(), item.getSourceKind()));
        summariser.summarise(new Summariser.Source(item.getTitle(), item.getBody(), item.getSourceKind()));
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

    /** The hops and rows of full matching, and nothing else. */
    Topology hops(Connection connection) {
        return Hops.topology(connection.topics());
    }

    Topology identityOnly(Connection connection) {
        return enrich(connection, MatchLimits.NO_TEXTS);
    }

    Topology fullMatching(Connection connection) {
        return enrich(connection, MatchLimits.DEFAULT);
    }

    private Topology enrich(Connection connection, MatchLimits limits) {
        Methods methods = new Methods(profiles, new PairRules(Thresholds.DEFAULT), limits, classifier, summariser);
        return new EnrichTopology(connection.topics(), connection.serdes(), methods, 500, new SimpleMeterRegistry())
                .build();
    }
}
