package org.courant.enrich.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Match;
import org.courant.enrich.store.StateStores;

/**
 * Keeps the graph of matched identities and tells identities whose label changes. All of the graph is in one task,
 * since an edge may join any two components; it hears only of identities that more than one work names.
 */
public final class Connect implements Processor<String, Match, String, Label> {
    private final Counter merges;
    private final Counter splits;
    private ProcessorContext<String, Label> context;
    private StoredGraph graph;

    public Connect(MeterRegistry meters) {
        merges = meters.counter("courant.enrich.merges");
        splits = meters.counter("courant.enrich.splits");
    }

    @Override
    public void init(ProcessorContext<String, Label> context) {
        this.context = context;
        this.graph =
                new StoredGraph(context.getStateStore(StateStores.EDGES), context.getStateStore(StateStores.LABELS));
    }

    @Override
    public void process(Record<String, Match> record) {
        Match match = record.value();
        Components components = new Components(graph);
        Collection<String> relabelled = match.getHolds()
                ? components.join(match.getLeft(), match.getRight(), match.getRule())
                : components.part(match.getLeft(), match.getRight(), match.getRule());
        if (!relabelled.isEmpty()) {
            (match.getHolds() ? merges : splits).increment();
        }
        relabelled.forEach(
                identity -> context.forward(record.withKey(identity).withValue(new Label(graph.label(identity)))));
    }
}
