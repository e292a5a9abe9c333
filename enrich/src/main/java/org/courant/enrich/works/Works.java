package org.courant.enrich.works;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.directory.ItemVersions;
import org.courant.enrich.item.Again;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.DirectoryEntry;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.record.Membership;
import org.courant.enrich.record.Work;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.courant.enrich.story.Candidate;
import org.courant.enrich.story.LaterSummaries;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.story.StoryAssembler;
import org.courant.enrich.watermark.LowWatermark;
import org.courant.schemas.Rejection;
import org.courant.schemas.Story;
import org.courant.schemas.hash.Sha256;
import org.courant.service.FatalError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the works of a partition and publishes the stories of their names.
 *
 * <p>Why the stories end the same whatever the order of arrival: all state is slots, each with one writer whose
 * messages reach it by one path and so in order, or a maximum, for which order does not matter.
 *
 * <ul>
 *   <li>"item i at work P" is the newest of the deliveries of i at P, unless the directory has named a newer one
 *       elsewhere: see {@link org.courant.enrich.directory.Directory}.
 *   <li>"the descriptor of P" is written by the partition of P, here, from the items of P.
 *   <li>"the assignment of P" is written by the one task that resolves, from the descriptors: see
 *       {@link org.courant.enrich.resolve.Resolve}.
 *   <li>"item i of P in story L" is written by the partition of P, here, from the items and the assignment of P. Where
 *       L is P there is no slot: the story reads the items themselves. For L other than P all messages take the topic
 *       of memberships, whether or not L is in the same partition.
 * </ul>
 *
 * No slot depends on itself: items lead to descriptors, these to assignments, items and assignments to memberships. So
 * once input ends, slots become final stage by stage, each a function of final ones, and a story is a function of its
 * slots. A crash changes nothing, since state and messages are committed together.
 *
 * <p>A story is published whenever it differs from what was last published, provenance included: the content hash alone
 * would not do to tell, as it leaves the positions in the log out. A replay has it published whether it differs or not.
 * A story's timestamp is that of its newest delivery. One that cannot be made is withdrawn, as if it had not been made
 * before either: the order must not matter.
 *
 * <p>Hears {@link Delivery}, {@link DirectoryEntry}, {@link Assignment}, {@link Membership} and {@link TouchedStory}.
 * Forwards {@link org.courant.enrich.record.Descriptor} and {@link Membership} by work, {@link ItemVersion} by item,
 * {@link PublishedStory} by story and {@link Rejection} by item.
 */
public final class Works implements Processor<String, Object, String, Object> {
    private final Descriptors descriptors;
    private final StoryAssembler assembler;
    private final String sourceTopic;
    private final int maxMembers;
    private final Function<ProcessorContext<?, ?>, LaterSummaries> openSummaries;
    private final Counter replayed;
    private final Counter passedOver;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Work> works;
    private KeyValueStore<StoreKey, Held> members;
    private LaterSummaries summaries;
    private int low = LowWatermark.UNKNOWN;

    /**
     * @param sourceTopic full name of the log of record
     * @param maxMembers items beyond this number are rejected, so that a story fits into a record
     * @param openSummaries summaries that come later
     */
    public Works(
            Descriptors descriptors,
            StoryAssembler assembler,
            String sourceTopic,
            int maxMembers,
            Function<ProcessorContext<?, ?>, LaterSummaries> openSummaries,
            MeterRegistry meters) {
        this.descriptors = descriptors;
        this.assembler = assembler;
        this.sourceTopic = sourceTopic;
        this.maxMembers = maxMembers;
        this.openSummaries = openSummaries;
        this.replayed = meters.counter("courant.enrich.replayed");
        this.passedOver = meters.counter("courant.enrich.replays.passed.over");
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.works = context.getStateStore(StateStores.WORKS);
        this.members = context.getStateStore(StateStores.MEMBERS);
        this.summaries = openSummaries.apply(context);
    }

    @Override
    public void process(Record<String, Object> record) {
        Change change = new Change(record, WorkRow.read(record.key(), works, members));
        Object message = record.value();
        if (message instanceof Delivery delivery) {
            deliver(change, delivery);
        } else if (message instanceof DirectoryEntry entry) {
            redirect(change, entry);
        } else if (message instanceof Assignment assignment) {
            assign(change, assignment);
        } else if (message instanceof Membership membership) {
            receive(change, membership);
        } else if (message instanceof TouchedStory) {
            change.finishWithStory(Set.of());
        } else {
            throw new IllegalArgumentException("nothing that a work hears of: " + message);
        }
    }

    private void deliver(Change change, Delivery delivery) {
        low = Math.max(low, LowWatermark.behind(delivery.getTimestamp()));
        WorkRow row = change.row;
        @Nullable Held before = row.member(row.identity(), delivery.getItemId());
        Held arrived = new Held(delivery.getTimestamp(), null, delivery);
        @Nullable Held held = before == null ? arrived : newer(arrived, before);
        if (held == null) {
            return;
        }
        if (ItemVersions.onlyWork(delivery.getItemId()).isEmpty()) {
            change.effect(delivery.getItemId(), ItemVersions.of(held));
        }
        hold(change, delivery.getItemId(), held);
    }

    /** The newer delivery of an item at one work, with the earlier sighting; null if nothing is new. */
    private static @Nullable Held newer(Held arrived, Held before) {
        boolean supersedes = ItemVersions.NEWEST_LAST.compare(ItemVersions.of(arrived), ItemVersions.of(before)) > 0;
        if (!supersedes && arrived.getFirstSeen() >= before.getFirstSeen()) {
            return null;
        }
        return new Held(
                Math.min(arrived.getFirstSeen(), before.getFirstSeen()),
                null,
                (supersedes ? arrived : before).getDelivery());
    }

    private void redirect(Change change, DirectoryEntry entry) {
        WorkRow row = change.row;
        @Nullable Held held = row.member(row.identity(), entry.getItemId());
        @Nullable ItemVersion newest = entry.getNewest();
        if (newest == null) {
            retell(change, held);
        } else if (held == null) {
            // It has gone already.
            return;
        } else if (!newest.getWork().equals(row.identity())) {
            if (ItemVersions.NEWEST_LAST.compare(newest, ItemVersions.of(held)) > 0) {
                hold(change, entry.getItemId(), null);
            }
        } else if (newest.getFirstSeen() < held.getFirstSeen()) {
            hold(change, entry.getItemId(), new Held(newest.getFirstSeen(), null, held.getDelivery()));
        }
    }

    /** Tells the story of an item once more: an old slot with what stands in it, by the way that it is told anyway. */
    private void retell(Change change, @Nullable Held held) {
        if (held == null) {
            passedOver.increment();
            return;
        }
        replayed.increment();
        tell(change, WorkRow.itemId(held), held);
    }

    /** An item of the work has come, changed or gone (null). */
    private void hold(Change change, String itemId, @Nullable Held held) {
        WorkRow row = change.row;
        if (held == null) {
            row.remove(row.identity(), itemId);
        } else {
            row.put(held);
        }
        Descriptors.Draft draft = descriptors.draft(row.identity(), row.own(Descriptors.MAX_ITEMS));
        if (draft.signature() != row.descriptor()) {
            row.describe(draft.signature());
            change.effect(
                    row.identity(), descriptors.finish(draft, context.taskId().partition(), low));
        }
        tell(change, itemId, held);
    }

    private void tell(Change change, String itemId, @Nullable Held held) {
        WorkRow row = change.row;
        if (row.story().equals(row.identity())) {
            change.finishWithStory(Set.of(StoreKey.of(row.identity(), itemId)));
        } else {
            change.effect(row.story(), membership(row, itemId, held));
            change.finish();
        }
    }

    /** Moves a work from the story that it belonged to into another, or says anew why it is where it is. */
    private void assign(Change change, Assignment to) {
        WorkRow row = change.row;
        boolean saysNothing = to.getStoryId().equals(row.identity()) && to.getLink() == null && to.getDespite() == null;
        @Nullable Assignment assignment = saysNothing ? null : to;
        if (Objects.equals(row.assignment(), assignment)) {
            return;
        }
        String from = row.story();
        row.assign(assignment);
        Set<StoreKey> own = new LinkedHashSet<>();
        for (Held held : row.own(Integer.MAX_VALUE)) {
            String itemId = WorkRow.itemId(held);
            own.add(StoreKey.of(row.identity(), itemId));
            if (!from.equals(row.story()) && !from.equals(row.identity())) {
                change.effect(from, membership(row, itemId, null));
            }
            if (!row.story().equals(row.identity())) {
                change.effect(row.story(), membership(row, itemId, held));
            }
        }
        if (from.equals(row.identity()) || row.story().equals(row.identity())) {
            change.finishWithStory(own);
        } else {
            change.finish();
        }
    }

    private void receive(Change change, Membership membership) {
        if (membership.getHeld() == null) {
            change.row.remove(membership.getWork(), membership.getItemId());
        } else {
            change.row.put(membership.getHeld());
        }
        change.finishWithStory(Set.of(StoreKey.of(membership.getWork(), membership.getItemId())));
    }

    private static Membership membership(WorkRow row, String itemId, @Nullable Held held) {
        return new Membership(
                row.identity(),
                itemId,
                held == null ? null : new Held(held.getFirstSeen(), row.assignment(), held.getDelivery()));
    }

    /** A change of one row, with what it leads to elsewhere: all of it is written and forwarded, or nothing. */
    private final class Change {
        private final Record<String, Object> cause;
        private final WorkRow row;
        private final List<Held> membersBefore;
        private final List<Record<String, Object>> effects = new ArrayList<>();

        Change(Record<String, Object> cause, WorkRow row) {
            this.cause = cause;
            this.row = row;
            // Whoever is displaced was a member before; where there is room for all, nobody is.
            this.membersBefore = row.size() < maxMembers ? List.of() : row.members(maxMembers);
        }

        void effect(String key, Object value) {
            effects.add(cause.withKey(key).withValue(value));
        }

        void finish() {
            row.save();
            effects.forEach(context::forward);
        }

        /**
         * Tells the story of the row's name too.
         *
         * @param touched work and item id of the members that have come, gone or changed
         */
        void finishWithStory(Set<StoreKey> touched) {
            try {
                story(touched);
            } catch (RuntimeException | Error failed) {
                if (!FatalError.isFatal(failed)) {
                    withdraw();
                    finish();
                }
                throw failed;
            }
            finish();
        }

        private void story(Set<StoreKey> touched) {
            List<Held> now = row.members(maxMembers);
            if (now.isEmpty()) {
                withdraw();
                return;
            }
            List<Candidate> candidates = now.stream()
                    .map(held -> new Candidate(
                            held, WorkRow.work(held).equals(row.identity()) ? row.assignment() : held.getAssignment()))
                    .toList();
            Story story = assembler.assemble(row.identity(), candidates, summaries);
            ByteBuffer digest = digest(story);
            boolean again = Again.isMarked(cause);
            if (again || !digest.equals(row.digest())) {
                row.published(digest);
                publish(story, newest(now));
            }
            if (!again) {
                crowdedOut(touched, now);
            }
        }

        private void withdraw() {
            if (row.isPublished()) {
                row.withdrawn();
                publish(null, cause.timestamp());
            }
        }

        private void publish(@Nullable Story story, long timestamp) {
            effects.add(new Record<>(row.identity(), new PublishedStory(story), timestamp));
        }

        /** Items that are here but are no members: they came last, or others have taken their room. */
        private void crowdedOut(Set<StoreKey> touched, Collection<Held> now) {
            if (row.size() <= maxMembers) {
                return;
            }
            Set<StoreKey> out = new LinkedHashSet<>(touched);
            membersBefore.forEach(held -> out.add(StoreKey.of(WorkRow.work(held), WorkRow.itemId(held))));
            now.forEach(held -> out.remove(StoreKey.of(WorkRow.work(held), WorkRow.itemId(held))));
            for (StoreKey item : out) {
                @Nullable Held held = row.member(item.part(0), item.part(1));
                boolean isElsewhere =
                        item.part(0).equals(row.identity()) && !row.story().equals(row.identity());
                if (held != null && !isElsewhere) {
                    effects.add(new Record<>(
                            item.part(1), rejection(held), held.getDelivery().getTimestamp()));
                }
            }
        }

        private Rejection rejection(Held held) {
            Delivery delivery = held.getDelivery();
            return new Rejection(
                    delivery.getItemId(),
                    Rule.CROWDED,
                    row.identity(),
                    "Story " + row.identity()
                            + " already holds as many items as a story can; its name may be shared by unrelated works.",
                    sourceTopic,
                    delivery.getPartition(),
                    delivery.getOffset());
        }
    }

    private static long newest(Collection<Held> members) {
        return members.stream()
                .mapToLong(held -> held.getDelivery().getTimestamp())
                .max()
                .orElseThrow();
    }

    private static ByteBuffer digest(Story story) {
        try {
            ByteBuffer bytes = Objects.requireNonNull(Story.getEncoder().encode(story));
            var sha256 = Sha256.start();
            sha256.update(bytes);
            return ByteBuffer.wrap(sha256.digest());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }
}
