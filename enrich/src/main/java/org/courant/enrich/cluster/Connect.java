package org.courant.enrich.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Match;
import org.courant.enrich.store.StateStores;

/**
 * Keeps the graph of matched works and tells identities whose label changes. All of the graph is in one task, since a
 * match may join any two components; it hears only of identities that more than one work names and of works whose texts
 * have been found alike.
 */
public final class Connect implements Processor<String, Match, String, Label> {
    private final Counter merges;
    private final Counter splits;
    private ProcessorContext<String, Label> context;
    private StoryGraph graph;

    public Connect(MeterRegistry meters) {
        merges = meters.counter("courant.enrich.merges");
        splits = meters.counter("courant.enrich.splits");
    }

    @Override
    public void init(ProcessorContext<String, Label> context) {
        this.context = context;
        this.graph = new StoryGraph(
                new StoredGraph(context.getStateStore(StateStores.EDGES), context.getStateStore(StateStores.LABELS)),
                new TextMatches(context.getStateStore(StateStores.TEXT_MATCHES)),
                context.getStateStore(StateStores.ASSIGNMENTS));
    }

    @Override
    public void process(Record<String, Match> record) {
        Match match = record.value();
        StoryGraph.Told told = graph.change(match);
        if (told.moved()) {
            boolean joins = match.getBond() != null && !match.getBond().getApart();
            (joins ? merges : splits).increment();
        }
        told.labels()
                .forEach((identity, label) ->
                        context.forward(record.withKey(identity).withValue(label)));
    }
}
