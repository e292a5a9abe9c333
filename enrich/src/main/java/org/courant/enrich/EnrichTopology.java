package org.courant.enrich;

import static org.courant.enrich.store.Channels.only;
import static org.courant.enrich.store.StateStores.ASSIGNMENTS;
import static org.courant.enrich.store.StateStores.COMPONENTS;
import static org.courant.enrich.store.StateStores.DESCRIPTORS;
import static org.courant.enrich.store.StateStores.DIRECTORY;
import static org.courant.enrich.store.StateStores.EDGES;
import static org.courant.enrich.store.StateStores.MATCHES;
import static org.courant.enrich.store.StateStores.MEMBERS;
import static org.courant.enrich.store.StateStores.PAIRS;
import static org.courant.enrich.store.StateStores.WATERMARKS;
import static org.courant.enrich.store.StateStores.WORKS;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.courant.enrich.directory.Directory;
import org.courant.enrich.directory.Replay;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.flow.ModelFlow;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.DirectoryEntry;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.record.Membership;
import org.courant.enrich.resolve.Resolve;
import org.courant.enrich.store.Channels;
import org.courant.enrich.store.RecordSerde;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.story.LaterSummaries;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.story.StoryAssembler;
import org.courant.enrich.validate.Validate;
import org.courant.enrich.works.Descriptors;
import org.courant.enrich.works.TouchedStory;
import org.courant.enrich.works.Works;
import org.courant.schemas.Rejection;
import org.courant.schemas.SourceItem;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.GuardedSerde;
import org.courant.service.streams.RecordGuard;
import org.jspecify.annotations.Nullable;

/**
 * From items to stories, in two stages: works, partitioned as the items are, and resolution, which is one task.
 *
 * <pre>
 * source-items                                             replays
 *    │                                                        │
 *    ▼  ┌─ item-versions ─► DIRECTORY ─ directory-entries ◄───┘
 *   WORKS ◄────────────────────────────┘
 *    │  ├─ descriptors ─► RESOLVE ─ assignments ─► WORKS
 *    │  └─ memberships ─► WORKS
 *    ▼
 * stories, rejections
 * </pre>
 *
 * Works are keyed by strongest identity, as the items are; the directory by item, and it knows only the items whose id
 * does not say which work they are of; resolution hears one descriptor of each work. The four places where works hear
 * of something share their stores and are one task for each partition.
 */
public final class EnrichTopology {
    private final Topics topics;
    private final AvroSerdes serdes;
    private final Channels channels;
    private final Methods methods;
    private final int maxMembers;
    private final MeterRegistry meters;
    private final @Nullable ModelFlow model;

    /** @param maxMembers items of one story beyond this number are rejected */
    public EnrichTopology(Topics topics, AvroSerdes serdes, Methods methods, int maxMembers, MeterRegistry meters) {
        this(topics, serdes, methods, maxMembers, meters, null);
    }

    private EnrichTopology(
            Topics topics,
            AvroSerdes serdes,
            Methods methods,
            int maxMembers,
            MeterRegistry meters,
            @Nullable ModelFlow model) {
        this.topics = topics;
        this.serdes = serdes;
        this.channels = new Channels(topics, serdes);
        this.methods = methods;
        this.maxMembers = maxMembers;
        this.meters = meters;
        this.model = model;
    }

    /** The same with summaries that a language model writes; without, nothing of the topology is different. */
    public EnrichTopology with(ModelVersion version) {
        return new EnrichTopology(topics, serdes, methods, maxMembers, meters, new ModelFlow(topics, serdes, version));
    }

    /** The internal topics through which what follows from a replayed item passes, in this order. */
    public static List<String> passedByReplays(String applicationId) {
        return List.of(applicationId + "-directory-entries-repartition", applicationId + "-memberships-repartition");
    }

    /** The internal topics of releases before 0.2: this topology cannot go on with what is left in them. */
    public static List<String> leftBehind(String applicationId) {
        Stream<String> repartitioned = Stream.of(
                        "deliveries", "changes", "sketches", "matches", "labels", "contributions", "verdicts")
                .map(name -> name + "-repartition");
        Stream<String> stores = Stream.of(
                        "winners",
                        "identities",
                        "items",
                        "claims",
                        "visitors",
                        "stories",
                        "labels",
                        "text-matches",
                        "sketches",
                        "blocks",
                        "crowds",
                        "bonds",
                        "ages",
                        "log-progress",
                        "item-progress",
                        "work-progress")
                .map(name -> name + "-changelog");
        return Stream.concat(repartitioned, stores)
                .map(name -> applicationId + "-" + name)
                .toList();
    }

    public Topology build() {
        return build(RecordGuard.builder());
    }

    Topology build(StreamsBuilder builder) {
        StateStores.all().forEach(builder::addStateStore);
        if (model != null) {
            model.addStoresTo(builder);
        }
        KStream<String, Object> read =
                builder.stream(topics.sourceItems().name(), source()).process(this::validate, Named.as("validate"));
        KStream<String, Object> delivered = works("deliver", only(Delivery.class, "deliveries", read));
        KStream<String, Object> held = delivered.merge(
                works("redirect", directory(builder, only(ItemVersion.class, "item-versions", delivered))),
                Named.as("held"));
        KStream<String, Object> assigned =
                held.merge(works("assign", resolve(only(Descriptor.class, "descriptors", held))), Named.as("assigned"));
        KStream<String, Object> told = assigned.merge(
                works(
                        "receive",
                        only(Membership.class, "memberships", assigned)
                                .repartition(channel("memberships", Membership.class))),
                Named.as("told"));
        if (model != null) {
            KStream<String, TouchedStory> answered = model.addTo(builder, only(PublishedStory.class, "drafts", told));
            told = told.merge(works("tell-again", answered), Named.as("all-told"));
        }
        only(PublishedStory.class, "published", told)
                .mapValues(PublishedStory::story, Named.as("story"))
                .to(topics.stories().name(), channels.into(topics.stories()));
        only(Rejection.class, "rejected", read.merge(told, Named.as("read-and-told")))
                .to(topics.rejections().name(), channels.into(topics.rejections()));
        return builder.build();
    }

    /** Which work has the newest delivery of an item, and the items of which a story is to be told once more. */
    private KStream<String, DirectoryEntry> directory(StreamsBuilder builder, KStream<String, ItemVersion> versions) {
        KStream<String, DirectoryEntry> replayed = builder.stream(
                        topics.replays().name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("replays"))
                .process(() -> new Replay(meters), Named.as("replay"), DIRECTORY);
        return versions.repartition(channel("item-versions", ItemVersion.class))
                .process(Directory::new, Named.as("directory"), DIRECTORY)
                .merge(replayed, Named.as("all-entries"))
                .repartition(channel("directory-entries", DirectoryEntry.class));
    }

    /** Which works are one story. */
    private KStream<String, Assignment> resolve(KStream<String, Descriptor> descriptors) {
        return descriptors
                .repartition(channel("descriptors", Descriptor.class).withNumberOfPartitions(1))
                .process(
                        () -> new Resolve(methods.rules(), methods.limits(), topics.partitions(), meters),
                        Named.as("resolve"),
                        DESCRIPTORS,
                        PAIRS,
                        EDGES,
                        COMPONENTS,
                        MATCHES,
                        ASSIGNMENTS,
                        WATERMARKS)
                .repartition(channel("assignments", Assignment.class));
    }

    private <V> KStream<String, Object> works(String name, KStream<String, V> heard) {
        ProcessorSupplier<String, Object, String, Object> works = this::works;
        return heard.process(works, Named.as(name), storesOfWorks());
    }

    private Works works() {
        return new Works(
                new Descriptors(methods.profiles(), methods.limits()),
                new StoryAssembler(topics.sourceItems().name(), methods.classifier(), methods.summariser()),
                topics.sourceItems().name(),
                maxMembers,
                model == null ? context -> LaterSummaries.NONE : model::answersIn,
                meters);
    }

    private String[] storesOfWorks() {
        return model == null ? new String[] {WORKS, MEMBERS} : new String[] {WORKS, MEMBERS, ModelFlow.INQUIRIES};
    }

    private Validate validate() {
        return new Validate(topics.sourceItems().name(), topics.partitions(), meters);
    }

    private <V extends SpecificRecord> Repartitioned<String, V> channel(String name, Class<V> type) {
        return channels.to(name, RecordSerde.of(type));
    }

    private Consumed<String, SourceItem> source() {
        return Consumed.with(Serdes.String(), new GuardedSerde<>(serdes.of(topics.sourceItems())))
                .withName("source-items")
                // No producer sends a negative time; a client that does must not stop everybody.
                .withTimestampExtractor((record, partitionTime) -> Math.max(0, record.timestamp()));
    }
}
