package org.courant.enrich.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.IdentityState;
import org.courant.enrich.record.Label;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;

/**
 * Moves a work from the story that it belonged to into the one that the graph names now. Each move begins an epoch of
 * the work, by which verdicts of the story that it left are told from those of the story that it is in.
 *
 * <p>Forwards {@link Contribution} and {@link TouchedStory}.
 */
public final class Relabel implements Processor<String, Label, String, Object> {
    private ProcessorContext<String, Object> context;
    private Works works;

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.works = Works.of(context);
    }

    @Override
    public void process(Record<String, Label> record) {
        String identity = record.key();
        IdentityState state = works.state(identity);
        String from = Works.label(identity, state);
        String to = record.value().getStoryId();
        if (from.equals(to)) {
            return;
        }
        long epoch = state.getEpoch() + 1;
        works.save(
                identity,
                new IdentityState(to.equals(identity) ? null : to, epoch, state.getItems(), state.getClaimants()));
        List<StoreKey> own = move(record, from, to, epoch);
        if (!own.isEmpty() && (from.equals(identity) || to.equals(identity))) {
            new Effect(identity, new TouchedStory(own)).forward(record, context);
        }
    }

    /** Tells both stories of every item, except where the story is the work's own, which is told at once. */
    private List<StoreKey> move(Record<String, Label> record, String from, String to, long epoch) {
        String identity = record.key();
        List<StoreKey> own = new ArrayList<>();
        try (KeyValueIterator<StoreKey, Held> items = StateStores.startingWith(works.items(), identity)) {
            items.forEachRemaining(item -> {
                String itemId = item.key.part(1);
                own.add(item.key);
                if (!from.equals(identity)) {
                    Works.tell(from, identity, epoch, itemId, null).forward(record, context);
                }
                if (!to.equals(identity)) {
                    Works.tell(to, identity, epoch, itemId, item.value).forward(record, context);
                }
            });
        }
        return own;
    }
}
