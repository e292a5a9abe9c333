package org.courant.enrich;

import static org.courant.enrich.store.Channels.only;
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
import static org.courant.enrich.store.StateStores.STORIES;
import static org.courant.enrich.store.StateStores.TEXT_MATCHES;
import static org.courant.enrich.store.StateStores.VISITORS;
import static org.courant.enrich.store.StateStores.WINNERS;
import static org.courant.enrich.store.StateStores.WORK_PROGRESS;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.courant.enrich.cluster.Connect;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.flow.ModelFlow;
import org.courant.enrich.match.KeepLatest;
import org.courant.enrich.match.Place;
import org.courant.enrich.match.Receive;
import org.courant.enrich.match.Relabel;
import org.courant.enrich.match.Replay;
import org.courant.enrich.match.Resolve;
import org.courant.enrich.match.TouchedStory;
import org.courant.enrich.pair.FindPairs;
import org.courant.enrich.pair.Sketcher;
import org.courant.enrich.record.Claim;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.FirstSeen;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Match;
import org.courant.enrich.record.Placement;
import org.courant.enrich.record.Rejection;
import org.courant.enrich.record.Removal;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.record.Verdict;
import org.courant.enrich.store.Channels;
import org.courant.enrich.store.RecordSerde;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.story.Assemble;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.validate.Validate;
import org.courant.schemas.Decision;
import org.courant.schemas.SourceItem;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.GuardedSerde;
import org.courant.service.streams.RecordGuard;
import org.jspecify.annotations.Nullable;

/**
 * From items to stories.
 *
 * <pre>
 * source-items ─► validate ─► keep-latest ─► place ─────────────────► assemble ─► stories
 *                    replays ─► replay      │  │ ▲                     │
 *                                 ▲  │        │  │ │                     │
 *                   by item:      │  │        │  │ └─ relabel ◄──┐       │
 *                                 │  ▼        │  │    receive    │       │
 *                        resolve ─┴─► decisions  ├─► connect ────┘       │
 *                           ▲                 │  ▲                       │
 *                           │   sketches:     └─► find-pairs             │
 *                           └──────────────── verdicts ◄─────────────────┘
 * </pre>
 *
 * Keep-latest, replay and resolve share the state of an item; place, relabel, receive and assemble that of a work;
 * find-pairs keeps blocks of works whose texts may be alike; connect, the one stage that is not partitioned, keeps the
 * graph.
 */
public final class EnrichTopology {
    private static final Serde<SpecificRecord> DELIVERIES = RecordSerde.ofAny(List.of(Delivery.class, Rejection.class));
    private static final Serde<SpecificRecord> CHANGES =
            RecordSerde.ofAny(List.of(Placement.class, FirstSeen.class, Removal.class, Claim.class));

    private final Topics topics;
    private final AvroSerdes serdes;
    private final Channels channels;
    private final Methods methods;
    private final int mostMembers;
    private final MeterRegistry meters;
    private final @Nullable ModelFlow model;

    /** @param mostMembers items of one story beyond this number are rejected */
    public EnrichTopology(Topics topics, AvroSerdes serdes, Methods methods, int mostMembers, MeterRegistry meters) {
        this(topics, serdes, methods, mostMembers, meters, null);
    }

    private EnrichTopology(
            Topics topics,
            AvroSerdes serdes,
            Methods methods,
            int mostMembers,
            MeterRegistry meters,
            @Nullable ModelFlow model) {
        this.topics = topics;
        this.serdes = serdes;
        this.channels = new Channels(topics, serdes);
        this.methods = methods;
        this.mostMembers = mostMembers;
        this.meters = meters;
        this.model = model;
    }

    /** The same with summaries that a language model writes; without, nothing of the topology is different. */
    public EnrichTopology with(ModelVersion version) {
        return new EnrichTopology(topics, serdes, methods, mostMembers, meters, new ModelFlow(topics, serdes, version));
    }

    /** The internal topics through which what follows from a replayed item passes, in this order. */
    public static List<String> passedByReplays(String applicationId) {
        return List.of(applicationId + "-changes-repartition", applicationId + "-contributions-repartition");
    }

    public Topology build() {
        return build(RecordGuard.builder());
    }

    Topology build(StreamsBuilder builder) {
        StateStores.all().forEach(builder::addStateStore);
        if (model != null) {
            model.addStoresTo(builder);
        }

        KStream<String, SpecificRecord> deliveries = builder.stream(
                        topics.sourceItems().name(), source())
                .process(() -> new Validate(meters), Named.as("validate"))
                .repartition(channels.to("deliveries", DELIVERIES));
        KStream<String, Object> latest = deliveries.process(
                () -> new KeepLatest(topics.partitions()), Named.as("keep-latest"), WINNERS, LOG_PROGRESS);
        KStream<String, SpecificRecord> replayed = builder.stream(
                        topics.replays().name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("replays"))
                .process(() -> new Replay(meters), Named.as("replay"), WINNERS)
                .mapValues(seen -> seen, Named.as("replayed"));
        KStream<String, SpecificRecord> changes = only(SpecificRecord.class, "changes", latest)
                .filterNot((key, value) -> value instanceof Decision, Named.as("undecided"))
                .merge(replayed, Named.as("all-changes"))
                .repartition(channels.to("changes", CHANGES));

        KStream<String, Object> placed =
                changes.process(this::place, Named.as("place"), IDENTITIES, ITEMS, CLAIMS, ITEM_PROGRESS);
        KStream<String, Match> pairs = only(Sketch.class, "sketches", placed)
                .repartition(
                        channels.to("sketches", RecordSerde.of(Sketch.class)).withStreamPartitioner(new ToTarget()))
                .process(this::findPairs, Named.as("find-pairs"), SKETCHES, BLOCKS, CROWDS, BONDS, AGES, WORK_PROGRESS);
        KStream<String, Label> labels = only(Match.class, "matches", placed)
                .merge(pairs, Named.as("all-matches"))
                .repartition(channels.to("matches", RecordSerde.of(Match.class)).withNumberOfPartitions(1))
                .process(() -> new Connect(meters), Named.as("connect"), EDGES, LABELS, TEXT_MATCHES, ASSIGNMENTS)
                .repartition(channels.to("labels", RecordSerde.of(Label.class)));
        KStream<String, Object> works = labels.process(Relabel::new, Named.as("relabel"), IDENTITIES, ITEMS, CLAIMS)
                .merge(placed, Named.as("works"));
        KStream<String, Object> received = only(Contribution.class, "contributions", works)
                .repartition(channels.to("contributions", RecordSerde.of(Contribution.class)))
                .process(Receive::new, Named.as("receive"), VISITORS);

        KStream<String, Object> told = only(TouchedStory.class, "touched", works.merge(received, Named.as("stories")))
                .process(this::assemble, Named.as("assemble"), storesOfAssemble());
        if (model != null) {
            told = told.merge(toldAgain(model, builder, told), Named.as("all-told"));
        }
        KStream<String, Decision> decided = only(Verdict.class, "verdicts", told)
                .repartition(channels.to("verdicts", RecordSerde.of(Verdict.class)))
                .process(Resolve::new, Named.as("resolve"), WINNERS);

        only(PublishedStory.class, "published", told)
                .mapValues(PublishedStory::story, Named.as("story"))
                .to(topics.stories().name(), channels.into(topics.stories()));
        only(Decision.class, "rejected", latest)
                .merge(decided, Named.as("decisions"))
                .to(topics.decisions().name(), channels.into(topics.decisions()));
        return builder.build();
    }

    /**
     * Stories are told again when a summary has come. They have the text that they had before, since the stage is the
     * same and so is the task; so nobody need inquire after it again.
     */
    private KStream<String, Object> toldAgain(ModelFlow model, StreamsBuilder builder, KStream<String, Object> told) {
        return model.addTo(builder, only(PublishedStory.class, "drafts", told))
                .process(this::assemble, Named.as("assemble-again"), storesOfAssemble());
    }

    private String[] storesOfAssemble() {
        return model == null
                ? new String[] {IDENTITIES, ITEMS, VISITORS, STORIES}
                : new String[] {IDENTITIES, ITEMS, VISITORS, STORIES, ModelFlow.INQUIRIES};
    }

    private Place place() {
        return new Place(new Sketcher(methods.profiles(), methods.limits(), topics.partitions()), topics.partitions());
    }

    private FindPairs findPairs() {
        return new FindPairs(methods.rules(), methods.limits(), topics.partitions(), meters);
    }

    private Assemble assemble() {
        Assemble assemble =
                new Assemble(topics.sourceItems().name(), methods.classifier(), methods.summariser(), mostMembers);
        return model == null ? assemble : assemble.with(model::answersIn);
    }

    private Consumed<String, SourceItem> source() {
        return Consumed.with(Serdes.String(), new GuardedSerde<>(serdes.of(topics.sourceItems())))
                .withName("source-items")
                // No producer sends a negative time; a client that does must not stop everybody.
                .withTimestampExtractor((record, partitionTime) -> Math.max(0, record.timestamp()));
    }

    /** A sketch says itself where it goes: to the partition of the block keys that it holds. */
    private record ToTarget() implements StreamPartitioner<String, Sketch> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, String key, Sketch sketch, int numPartitions) {
            return Optional.of(Set.of(sketch.getTarget()));
        }
    }
}
