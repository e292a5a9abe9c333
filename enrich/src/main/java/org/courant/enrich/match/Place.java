package org.courant.enrich.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.pair.Sketcher;
import org.courant.enrich.progress.Progress;
import org.courant.enrich.record.Claim;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.FirstSeen;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.IdentityState;
import org.courant.enrich.record.Match;
import org.courant.enrich.record.Placement;
import org.courant.enrich.record.Removal;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the items of each work and who claims its name.
 *
 * <p>Why the stories end the same whatever the order of arrival: all state is slots, each with one writer whose
 * messages reach it by one path and so in order.
 *
 * <ul>
 *   <li>"item i at identity P" and "item i claims S for P" are written by {@link KeepLatest} for i.
 *   <li>"a match of S and P by name" is written by the partition of S, here, from the slots of S alone.
 *   <li>"the sketch of a text of P in blocks b" is written by the partition of P, here, from the items of P; "a match
 *       of P and Q by text" by the partition of the blocks, from sketches: see
 *       {@link org.courant.enrich.pair.FindPairs}.
 *   <li>"the label of P" is written by the one task that keeps the graph, from the matches and bonds that hold.
 *   <li>"item i of P in story L" is written by the partition of P, here and in {@link Relabel}, from the items and the
 *       label of P. Where L is P there is no slot: the story reads the items themselves. For L other than P all
 *       messages take the topic of contributions, whether or not L is in the same partition.
 * </ul>
 *
 * No slot depends on itself: items lead to matches and sketches, sketches to bonds, these to labels, items and labels
 * to contributions. So once input ends, slots become final stage by stage, each a function of final ones, and a story
 * is a function of its slots. A crash changes nothing, since state and messages are committed together.
 *
 * <p>Forwards {@link Match}, {@link org.courant.enrich.record.Sketch}, {@link Contribution} and {@link TouchedStory}.
 */
public final class Place implements Processor<String, SpecificRecord, String, Object> {
    private final Sketcher sketcher;
    private final int partitions;
    private ProcessorContext<String, Object> context;
    private Works works;
    private Progress progress;

    /** @param partitions number of partitions of the items */
    public Place(Sketcher sketcher, int partitions) {
        this.sketcher = sketcher;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.works = Works.of(context);
        this.progress = new Progress(context.getStateStore(StateStores.ITEM_PROGRESS), partitions);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        effects(record.key(), record.value()).forEach(effect -> effect.forward(record, context));
    }

    private List<Effect> effects(String identity, SpecificRecord change) {
        if (change instanceof Placement placement) {
            progress.heard(placement.getSender(), placement.getLow());
            return place(identity, new Held(placement.getFirstSeen(), 0L, null, placement.getDelivery()));
        } else if (change instanceof FirstSeen seen) {
            Held held = works.items().get(StoreKey.of(identity, seen.getItemId()));
            return place(identity, new Held(seen.getFirstSeen(), 0L, null, held.getDelivery()));
        } else if (change instanceof Removal removal) {
            return remove(identity, removal.getItemId());
        } else if (change instanceof Claim claim) {
            return claim.getHolds() ? claim(identity, claim) : disclaim(identity, claim);
        }
        throw new IllegalArgumentException("no change to an identity: " + change);
    }

    private List<Effect> place(String identity, Held held) {
        StoreKey key = StoreKey.of(identity, held.getDelivery().getItemId());
        boolean isNew = works.items().get(key) == null;
        return changed(key, isNew ? 1 : 0, held);
    }

    private List<Effect> remove(String identity, String itemId) {
        StoreKey key = StoreKey.of(identity, itemId);
        return works.items().get(key) == null ? List.of() : changed(key, -1, null);
    }

    /** What follows from an item of the work having come, changed or gone (null). */
    private List<Effect> changed(StoreKey key, int more, @Nullable Held held) {
        String identity = key.part(0);
        IdentityState before = works.state(identity);
        int items = before.getItems() + more;
        Sketcher.Change sketch = sketcher.change(
                before.getTexts(),
                // The only item of a work need not be looked for.
                items == 1 && held != null ? List.of(held) : works.itemsWith(key, held, Sketcher.MOST_ITEMS),
                context.taskId().partition(),
                progress.low());
        IdentityState after = IdentityState.newBuilder(before)
                .setItems(items)
                .setTexts(sketch.known())
                .build();
        // The texts have been read, so nothing throws any more: all of this is written or nothing.
        works.items().put(key, held);
        works.save(identity, after);
        List<Effect> effects = new ArrayList<>(Links.workChanged(identity, before, after, works));
        sketch.sketches().forEach(each -> effects.add(new Effect(identity, each)));
        effects.add(Works.tell(identity, after, key.part(1), held));
        return effects;
    }

    private List<Effect> claim(String identity, Claim claim) {
        boolean isNew = !StateStores.holdsAny(works.claims(), identity, claim.getPrimary());
        StateStores.add(works.claims(), key(identity, claim));
        if (!isNew) {
            return List.of();
        }
        IdentityState before = works.state(identity);
        IdentityState after = withClaimants(before, before.getClaimants() + 1);
        works.save(identity, after);
        return Links.came(identity, claim.getPrimary(), before, after, works);
    }

    private List<Effect> disclaim(String identity, Claim claim) {
        boolean wasThere = works.claims().delete(key(identity, claim)) != null;
        if (!wasThere || StateStores.holdsAny(works.claims(), identity, claim.getPrimary())) {
            return List.of();
        }
        IdentityState before = works.state(identity);
        IdentityState after = withClaimants(before, before.getClaimants() - 1);
        works.save(identity, after);
        return Links.gone(identity, claim.getPrimary(), before, after, works);
    }

    private static StoreKey key(String identity, Claim claim) {
        return StoreKey.of(identity, claim.getPrimary(), claim.getItemId());
    }

    private static IdentityState withClaimants(IdentityState state, int claimants) {
        return IdentityState.newBuilder(state).setClaimants(claimants).build();
    }
}
