package org.courant.enrich.pair;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.progress.Progress;
import org.courant.enrich.record.Bond;
import org.courant.enrich.record.Match;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * Puts works into the blocks of one partition and compares those that meet there.
 *
 * <p>Why the bonds end the same whatever the order of arrival: "the sketch of work W in this partition" is a slot with
 * one writer, the partition of W, and a bond of two works is a function of their two sketches and of which keys are
 * crowded, which is a function of all sketches. Whenever one of these changes, the bonds that depend on it are decided
 * anew. Two partitions may find the same pair; they say so each for itself, and the graph takes either's word.
 *
 * <p>Forwards {@link Match}.
 */
public final class FindPairs implements Processor<String, Sketch, String, Match> {
    private final PairRules rules;
    private final MatchLimits limits;
    private final int partitions;
    private final Counter crowded;
    private final Counter forgotten;
    private final Counter compared;
    private ProcessorContext<String, Match> context;
    private Progress progress;
    private Bonds bonds;
    private Memory memory;
    private Comparisons comparisons;
    private int firstPeriod = Integer.MIN_VALUE;

    /** @param partitions number of partitions of the works */
    public FindPairs(PairRules rules, MatchLimits limits, int partitions, MeterRegistry meters) {
        this.rules = rules;
        this.limits = limits;
        this.partitions = partitions;
        this.crowded = meters.counter("courant.enrich.blocks.crowded");
        this.forgotten = meters.counter("courant.enrich.works.forgotten");
        this.compared = meters.counter("courant.enrich.pairs.decided");
    }

    @Override
    public void init(ProcessorContext<String, Match> context) {
        this.context = context;
        this.progress = new Progress(context.getStateStore(StateStores.WORK_PROGRESS), partitions);
        Blocks blocks = new Blocks(
                limits.mostInBlock(),
                context.getStateStore(StateStores.BLOCKS),
                context.getStateStore(StateStores.CROWDS));
        this.bonds = new Bonds(context.getStateStore(StateStores.BONDS));
        this.memory = new Memory(
                context.getStateStore(StateStores.SKETCHES), context.getStateStore(StateStores.AGES), blocks, bonds);
        this.comparisons = new Comparisons(rules, limits, memory.sketches(), blocks);
    }

    @Override
    public void process(Record<String, Sketch> record) {
        String work = record.key();
        Sketch sketch = record.value();
        progress.heard(sketch.getSender(), sketch.getLow());
        List<StoreKey> turned = memory.replace(work, sketch.getProfile() == null ? null : sketch);
        crowded.increment(turned.size());
        Set<String> unsettled = new LinkedHashSet<>(List.of(work));
        turned.forEach(block -> unsettled.addAll(
                memory.blocks().works(Long.parseLong(block.part(0)), Integer.parseInt(block.part(1)))));
        unsettled.forEach(each -> settle(record, each));
        forget();
    }

    /** Decides anew what a work is bound to, and tells what has changed. */
    private void settle(Record<String, Sketch> cause, String work) {
        Map<String, Bond> before = bonds.of(work);
        @Nullable Sketch sketch = memory.sketches().get(work);
        Map<String, Bond> after = sketch == null ? Map.of() : comparisons.of(work, sketch, before.keySet());
        List<String> partners = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(partner -> !before.containsKey(partner)).forEach(partners::add);
        for (String partner : partners) {
            @Nullable Bond bond = after.get(partner);
            if (!Objects.equals(bond, before.get(partner))) {
                bonds.put(work, partner, bond);
                tell(cause, work, partner, bond);
                compared.increment();
            }
        }
        before.keySet().stream()
                .filter(partner -> !after.containsKey(partner))
                .forEach(partner -> memory.release(partner, limits.firstOpenPeriod(progress.low())));
    }

    private void tell(Record<String, Sketch> cause, String work, String partner, @Nullable Bond bond) {
        boolean inOrder = work.compareTo(partner) < 0;
        String left = inOrder ? work : partner;
        String origin = Integer.toString(context.taskId().partition());
        context.forward(cause.withKey(left).withValue(new Match(left, inOrder ? partner : work, origin, bond)));
    }

    private void forget() {
        int firstOpen = limits.firstOpenPeriod(progress.low());
        if (firstOpen > firstPeriod) {
            int count = memory.forget(firstOpen);
            forgotten.increment(count);
            firstPeriod = count == 0 ? firstOpen : firstPeriod;
        }
    }
}
