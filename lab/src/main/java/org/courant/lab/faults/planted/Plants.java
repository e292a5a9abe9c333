package org.courant.lab.faults.planted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.lab.faults.cluster.Role;
import org.courant.lab.faults.planted.Provocation.Kind;
import org.courant.lab.faults.planted.advice.AbortSometimes;
import org.courant.lab.faults.planted.advice.Aim;
import org.courant.lab.faults.planted.advice.AnnounceFirst;
import org.courant.lab.faults.planted.advice.AnonymousOffsets;
import org.courant.lab.faults.planted.advice.Cut;
import org.courant.lab.faults.planted.advice.Drop;
import org.courant.lab.faults.planted.advice.DropAll;
import org.courant.lab.faults.planted.advice.DropTombstones;
import org.courant.lab.faults.planted.advice.IgnoreNull;
import org.courant.lab.faults.planted.advice.IgnoreRecord;
import org.courant.lab.faults.planted.advice.IgnoreWithdrawal;
import org.courant.lab.faults.planted.advice.NoRecords;
import org.courant.lab.faults.planted.advice.OffsetsFirst;
import org.courant.lab.faults.planted.advice.OffsetsTooFar;
import org.courant.lab.faults.planted.advice.OneMore;
import org.courant.lab.faults.planted.advice.OtherSettings;
import org.courant.lab.faults.planted.advice.OutsideTransaction;
import org.courant.lab.faults.planted.advice.Repartition;
import org.courant.lab.faults.planted.advice.Retime;
import org.courant.lab.faults.planted.advice.ReturnNow;
import org.courant.lab.faults.planted.advice.ReturnRandom;
import org.courant.lab.faults.planted.advice.ReturnTrue;
import org.courant.lab.faults.planted.advice.ReturnZeros;
import org.courant.lab.faults.planted.advice.SeekToEnd;
import org.courant.lab.faults.planted.advice.Skip;
import org.courant.lab.faults.planted.advice.Slow;
import org.courant.lab.faults.planted.advice.TrueArgument;

/** Every bug, by name. Most change classes of Kafka's, so that they outlive the product's own. */
public final class Plants {
    private static final String PRODUCER = "org.apache.kafka.clients.producer.KafkaProducer";
    private static final String STREAMS = "org.apache.kafka.streams.processor.internals.";
    private static final String INGEST = "org.courant.ingest.";
    private static final String PUBLISH = "org.courant.publish.";
    private static final String HASH = "org.courant.schemas.hash.ContentHash";

    /** Time for a kill between a write and its commit. */
    private static final Change SLOW_COMMIT = Change.of(PRODUCER, "commitTransaction", Slow.class);

    private Plants() {}

    /**
     * The bug of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Plant named(String name) {
        Plant plant = all().get(name);
        if (plant == null) {
            throw new IllegalArgumentException(
                    "there is no planted bug '%s'; there are %s".formatted(name, String.join(", ", all().keySet())));
        }
        return plant;
    }

    /** By name, in the order of the flow. */
    public static Map<String, Plant> all() {
        Map<String, Plant> all = new LinkedHashMap<>();
        List.of(ofTransactions(), ofState(), ofIngest(), ofEnrich(), ofPublish(), ofReaders())
                .forEach(group -> group.forEach(plant -> all.put(plant.name(), plant)));
        return all;
    }

    private static List<Plant> ofTransactions() {
        return List.of(
                plant(
                        "at-least-once",
                        "enrich and publish process at least once",
                        times(3, Kind.KILL, Role.ENRICH),
                        both(setting("processing.guarantee", "at_least_once"))),
                plant(
                        "enrich-reads-uncommitted",
                        "enrich reads items of transactions that are aborted",
                        times(4, Kind.KILL, Role.INGEST),
                        Map.of(
                                Role.ENRICH,
                                List.of(setting("isolation.level", "read_uncommitted")),
                                Role.INGEST,
                                List.of(SLOW_COMMIT))),
                plant(
                        "offsets-first",
                        "enrich commits its offsets before the transaction with what it made of them",
                        times(4, Kind.KILL, Role.ENRICH),
                        Map.of(Role.ENRICH, List.of(offsets(OffsetsFirst.class), SLOW_COMMIT))),
                plant(
                        "offsets-too-far",
                        "enrich commits offsets of items that it has not processed",
                        times(3, Kind.KILL, Role.ENRICH),
                        Map.of(Role.ENRICH, List.of(offsets(OffsetsTooFar.class)))),
                plant(
                        "offsets-never",
                        "enrich never commits its offsets",
                        times(2, Kind.KILL, Role.ENRICH),
                        Map.of(Role.ENRICH, List.of(offsets(Skip.class)))),
                plant(
                        "enrich-unfenced",
                        "an enrich that the group has put out may commit all the same",
                        times(4, Kind.PAUSE, Role.ENRICH),
                        Map.of(
                                Role.ENRICH,
                                List.of(offsets(AnonymousOffsets.class), setting("transaction.timeout.ms", "120000")))),
                plant(
                        "entries-outside-transaction",
                        "publish writes entries before their transaction is committed",
                        times(2, Kind.KILL, Role.PUBLISH),
                        publish(sent("digest-entries", OutsideTransaction.class))));
    }

    private static List<Plant> ofState() {
        Change unlogged = Change.of(STREAMS + "ProcessorContextImpl", "logChange", Skip.class);
        Change unrestored = Change.of(STREAMS + "ProcessorStateManager", "restore", NoRecords.class);
        Change dirty = Change.of(STREAMS + "ProcessorStateManager", "initializeStoreOffsets", TrueArgument.class);
        return List.of(
                plant(
                        "enrich-state-not-logged",
                        "what enrich keeps is not written to its changelog",
                        times(2, Kind.KILL_AND_LOSE_STATE, Role.ENRICH),
                        Map.of(Role.ENRICH, List.of(unlogged))),
                plant(
                        "publish-state-not-logged",
                        "what publish keeps is not written to its changelog",
                        times(2, Kind.KILL_AND_LOSE_STATE, Role.PUBLISH),
                        publish(unlogged)),
                plant(
                        "enrich-state-not-restored",
                        "a changelog is read and not put into the store of enrich",
                        times(2, Kind.KILL_AND_LOSE_STATE, Role.ENRICH),
                        Map.of(Role.ENRICH, List.of(unrestored))),
                plant(
                        "publish-state-not-restored",
                        "a changelog is read and not put into the store of publish",
                        times(2, Kind.KILL_AND_LOSE_STATE, Role.PUBLISH),
                        publish(unrestored)),
                plant(
                        "enrich-dirty-state",
                        "enrich keeps what an aborted transaction left in its stores",
                        times(5, Kind.KILL, Role.ENRICH),
                        Map.of(Role.ENRICH, List.of(dirty, SLOW_COMMIT))),
                plant(
                        "publish-dirty-state",
                        "publish keeps what an aborted transaction left in its stores",
                        times(5, Kind.KILL, Role.PUBLISH),
                        publish(dirty, SLOW_COMMIT)));
    }

    private static List<Plant> ofIngest() {
        return List.of(
                plant(
                        "ingest-without-transactions",
                        "ingest writes each record by itself",
                        times(2, Kind.KILL, Role.INGEST),
                        ingest(
                                setting("transactional.id", ""),
                                Change.of(PRODUCER, "initTransactions", Skip.class),
                                Change.of(PRODUCER, "beginTransaction", Skip.class),
                                Change.of(PRODUCER, "commitTransaction", Skip.class))),
                plant(
                        "ingest-unfenced",
                        "an ingest that has lost its sources may write all the same",
                        times(4, Kind.PAUSE, Role.INGEST),
                        ingest(setting("transactional.id", OtherSettings.RANDOM))),
                plant(
                        "ingest-cursor-first",
                        "ingest commits how far it has read before what it has read",
                        times(4, Kind.KILL, Role.INGEST),
                        ingest(Change.of(INGEST + "worker.SourceLog", "write", AnnounceFirst.class), SLOW_COMMIT)),
                plant(
                        "ingest-forgets",
                        "an ingest that takes sources over does not know what they have delivered",
                        times(2, Kind.KILL, Role.INGEST),
                        ingest(at("source-seen", INGEST + "worker.StateReader", "read", IgnoreRecord.class))),
                plant(
                        "ingest-takes-abort-for-commit",
                        "one transaction of ingest in six is aborted, and ingest goes on as if it were not",
                        none(),
                        ingest(Change.of(PRODUCER, "commitTransaction", AbortSometimes.class))),
                plant(
                        "ingest-gives-up",
                        "after one failure nobody polls the sources of a partition any more",
                        times(1, Kind.PAUSE, Role.BROKER),
                        ingest(Change.of(INGEST + "worker.PartitionWorker", "isOver", ReturnTrue.class))),
                plant(
                        "ingest-impolite",
                        "ingest asks a source again at once",
                        none(),
                        ingest(Change.of(INGEST + "schedule.PollSchedule", "afterSuccess", ReturnNow.class))),
                plant(
                        "items-lost",
                        "one item in seven is not written",
                        none(),
                        ingest(sent("source-items", Drop.class))),
                plant(
                        "items-at-the-wall-clock",
                        "an item has the time at which it was written",
                        none(),
                        ingest(sent("source-items", Retime.class))));
    }

    private static List<Plant> ofEnrich() {
        return List.of(
                plant("stories-lost", "one story in seven is not written", none(), enrich("stories", Drop.class)),
                plant(
                        "stories-tombstone-forgotten",
                        "a story that another has absorbed stays",
                        none(),
                        enrich("stories", DropTombstones.class)),
                plant(
                        "stories-at-the-wall-clock",
                        "a story has the time at which it was written",
                        none(),
                        enrich("stories", Retime.class)),
                plant(
                        "stories-anywhere",
                        "the versions of a story stand in several partitions",
                        none(),
                        enrich("stories", Repartition.class)),
                plant(
                        "poison-swallowed",
                        "what cannot be processed is left out without a dead letter",
                        times(4, Kind.POISON, Role.ENRICH),
                        both(sent("dead-letters", DropAll.class))),
                plant(
                        "dead-letters-cut",
                        "a dead letter lacks the last byte of its record",
                        times(4, Kind.POISON, Role.ENRICH),
                        both(sent("dead-letters", Cut.class))));
    }

    private static List<Plant> ofPublish() {
        return List.of(
                plant(
                        "entries-lost",
                        "one entry in seven is not written",
                        none(),
                        publish(sent("digest-entries", Drop.class))),
                plant(
                        "entries-tombstone-forgotten",
                        "an entry whose story is gone stays",
                        none(),
                        publish(sent("digest-entries", DropTombstones.class))),
                plant(
                        "entries-ranked-by-chance",
                        "the score of an entry is another one each time",
                        none(),
                        publish(Change.of(PUBLISH + "finish.Ranking", "score", ReturnRandom.class))),
                plant(
                        "entries-hash-of-nothing",
                        "the content hash does not depend on the content",
                        none(),
                        publish(Change.of(HASH, "of", ReturnZeros.class))),
                plant(
                        "editions-lost",
                        "one edition in seven is not written",
                        none(),
                        publish(sent("digest-editions", Drop.class))),
                plant(
                        "editions-hash-of-nothing",
                        "the digest hash does not depend on the entries",
                        none(),
                        publish(Change.of(HASH, "ofAll", ReturnZeros.class))),
                plant(
                        "editions-keep-withdrawn",
                        "an entry that is withdrawn stays in its edition",
                        none(),
                        publish(Change.of(PUBLISH + "edition.Editor", "process", IgnoreWithdrawal.class))));
    }

    private static List<Plant> ofReaders() {
        return List.of(
                plant(
                        "view-not-rebuilt",
                        "the view of a publish that starts knows nothing of the entries that are there",
                        times(2, Kind.KILL, Role.PUBLISH),
                        publish(at(
                                "digest-entries",
                                "org.apache.kafka.clients.consumer.KafkaConsumer",
                                "seekToBeginning",
                                SeekToEnd.class))),
                plant(
                        "api-keeps-withdrawn",
                        "the API lists entries that are withdrawn",
                        none(),
                        publish(Change.of(PUBLISH + "view.EntryTable", "put", IgnoreNull.class))),
                plant(
                        "stream-ids-too-far",
                        "the id of an event leads past the next one",
                        none(),
                        publish(Change.of(PUBLISH + "view.Position", "after", OneMore.class))),
                plant(
                        "stream-begins-anywhere",
                        "a client that comes back does not go on where it was",
                        times(3, Kind.KILL, Role.PUBLISH),
                        publish(Change.of(PUBLISH + "stream.CatchUp", "seek", Skip.class))));
    }

    private static Plant plant(
            String name, String description, Provocation provocation, Map<Role, List<Change>> changes) {
        return new Plant(name, description, changes, provocation);
    }

    private static Provocation none() {
        return new Provocation(Kind.NONE, Role.BROKER, 0);
    }

    private static Provocation times(int times, Kind kind, Role role) {
        return new Provocation(kind, role, times);
    }

    private static Map<Role, List<Change>> ingest(Change... changes) {
        return Map.of(Role.INGEST, List.of(changes));
    }

    private static Map<Role, List<Change>> enrich(String topic, Class<?> advice) {
        return Map.of(Role.ENRICH, List.of(sent(topic, advice)));
    }

    private static Map<Role, List<Change>> publish(Change... changes) {
        return Map.of(Role.PUBLISH, List.of(changes));
    }

    private static Map<Role, List<Change>> both(Change change) {
        return Map.of(Role.ENRICH, List.of(change), Role.PUBLISH, List.of(change));
    }

    private static Change offsets(Class<?> advice) {
        return Change.of(PRODUCER, "sendOffsetsToTransaction", advice);
    }

    private static Change sent(String topic, Class<?> advice) {
        return at(topic, PRODUCER, "doSend", advice);
    }

    private static Change at(String topic, String type, String method, Class<?> advice) {
        return new Change(type, method, advice, Map.of(Aim.TOPIC, topic));
    }

    private static Change setting(String key, String value) {
        return new Change(
                "org.apache.kafka.common.config.AbstractConfig",
                "<init>",
                OtherSettings.class,
                Map.of(OtherSettings.KEY, key, OtherSettings.VALUE, value));
    }
}
