package org.courant.enrich.match;

import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Held;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;

/** Keeps what works of other names contribute to a story. */
public final class Receive implements Processor<String, Contribution, String, Object> {
    private ProcessorContext<String, Object> context;
    private KeyValueStore<StoreKey, Held> visitors;

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.visitors = context.getStateStore(StateStores.VISITORS);
    }

    @Override
    public void process(Record<String, Contribution> record) {
        Contribution contribution = record.value();
        String primary = contribution.getPrimary();
        String itemId = contribution.getItemId();
        visitors.put(StoreKey.of(record.key(), primary, itemId), contribution.getHeld());
        new Effect(record.key(), new TouchedStory(List.of(StoreKey.of(primary, itemId)))).forward(record, context);
    }
}
