package org.courant.enrich.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * the work, by which verdicts of the story that it left are told from those of the story that it is in. Where only the
 * reason has changed the story is told of its items once more.
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
        IdentityState before = works.state(identity);
        Label label = saysNothing(identity, record.value()) ? null : record.value();
        if (Objects.equals(before.getLabel(), label)) {
            return;
        }
        String from = Works.story(identity, before);
        String to = record.value().getStoryId();
        IdentityState after = IdentityState.newBuilder(before)
                .setLabel(label)
                .setEpoch(from.equals(to) ? before.getEpoch() : before.getEpoch() + 1)
                .build();
        works.save(identity, after);
        List<StoreKey> own = move(record, from, to, after);
        if (!own.isEmpty() && (from.equals(identity) || to.equals(identity))) {
            new Effect(identity, new TouchedStory(own)).forward(record, context);
        }
    }

    private static boolean saysNothing(String identity, Label label) {
        return label.getStoryId().equals(identity) && label.getLink() == null && label.getDespite() == null;
    }

    /** Tells both stories of every item, except where the story is the work's own, which is told at once. */
    private List<StoreKey> move(Record<String, Label> record, String from, String to, IdentityState after) {
        String identity = record.key();
        List<StoreKey> own = new ArrayList<>();
        try (KeyValueIterator<StoreKey, Held> items = StateStores.startingWith(works.items(), identity)) {
            items.forEachRemaining(item -> {
                String itemId = item.key.part(1);
                own.add(item.key);
                if (!from.equals(to) && !from.equals(identity)) {
                    Works.tell(from, identity, after, itemId, null).forward(record, context);
                }
                if (!to.equals(identity)) {
                    Works.tell(to, identity, after, itemId, item.value).forward(record, context);
                }
            });
        }
        return own;
    }
}
