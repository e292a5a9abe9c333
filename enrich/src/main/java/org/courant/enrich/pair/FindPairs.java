package org.courant.enrich.pair;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
 * Puts the texts of works into the blocks of one partition and compares those that meet there. A work may have several
 * texts, one for each version; two works match if the texts that stand for them do.
 *
 * <p>Why the matches end the same whatever the order of arrival: "the sketch of a text in this partition" is a slot
 * with one writer, the partition of its work, and a bond of two texts is a function of their two sketches and of which
 * keys are crowded, which is a function of all sketches. Whenever one of these changes, the bonds that depend on it are
 * decided anew. Two partitions may find the same pair; they say so each for itself, and the graph takes either's word.
 *
 * <p>Why forgetting changes nothing: two texts may match only if two items of theirs were delivered within a time of
 * each other, and what is still to come was delivered after the low watermark. An item that goes takes bonds away and
 * brings none, and a version that stands again has kept its bonds.
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
    private final Counter decided;
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
        this.compared = meters.counter("courant.enrich.pairs.compared");
        this.decided = meters.counter("courant.enrich.pairs.decided");
    }

    @Override
    public void init(ProcessorContext<String, Match> context) {
        this.context = context;
        this.progress = new Progress(context.getStateStore(StateStores.WORK_PROGRESS), partitions);
        Blocks blocks = new Blocks(
                limits, context.getStateStore(StateStores.BLOCKS), context.getStateStore(StateStores.CROWDS));
        this.bonds = new Bonds(context.getStateStore(StateStores.BONDS));
        this.memory = new Memory(
                context.getStateStore(StateStores.SKETCHES), context.getStateStore(StateStores.AGES), blocks, bonds);
        this.comparisons = new Comparisons(rules, limits, memory.sketches(), blocks, compared);
    }

    @Override
    public void process(Record<String, Sketch> record) {
        Sketch sketch = record.value();
        StoreKey text = StoreKey.of(record.key(), sketch.getText());
        progress.heard(sketch.getSender(), sketch.getLow());
        @Nullable Sketch before = memory.sketches().get(text);
        @Nullable Sketch after = sketch.getProfile() == null ? null : sketch;
        List<StoreKey> turned = memory.replace(text, before, after);
        crowded.increment(turned.size());
        settle(record, text, before, after);
        Set<StoreKey> unsettled = new LinkedHashSet<>();
        turned.forEach(block -> unsettled.addAll(
                memory.blocks().texts(Long.parseLong(block.part(0)), Integer.parseInt(block.part(1)))));
        unsettled.remove(text);
        unsettled.forEach(each -> settleAgain(record, each));
        forget();
    }

    private void settleAgain(Record<String, Sketch> cause, StoreKey text) {
        @Nullable Sketch sketch = memory.sketches().get(text);
        settle(cause, text, sketch, sketch);
    }

    /** Decides anew what a text is bound to, and tells what has changed. */
    private void settle(
            Record<String, Sketch> cause, StoreKey text, @Nullable Sketch sketchBefore, @Nullable Sketch sketch) {
        // A text without a sketch has no bonds: it keeps its sketch for as long as it has any. That spares a scan.
        Map<StoreKey, Bond> before = sketchBefore == null ? Map.of() : bonds.of(text);
        Map<StoreKey, Bond> after = sketch == null ? Map.of() : comparisons.of(text, sketch, before.keySet());
        Set<StoreKey> partners = new TreeSet<>(Bonds.BY_NAME);
        partners.addAll(before.keySet());
        partners.addAll(after.keySet());
        for (StoreKey partner : partners) {
            @Nullable Bond old = before.get(partner);
            @Nullable Bond bond = after.get(partner);
            if (!Objects.equals(bond, old)) {
                bonds.put(text, partner, bond);
                decided.increment();
            }
            tell(cause, text, partner, stands(sketchBefore) ? old : null, stands(sketch) ? bond : null);
        }
        before.keySet().stream()
                .filter(partner -> !after.containsKey(partner))
                .forEach(partner -> memory.release(partner, limits.firstOpenPeriod(progress.low())));
    }

    /** A bond counts while either text stands for its work. */
    private void tell(
            Record<String, Sketch> cause,
            StoreKey text,
            StoreKey partner,
            @Nullable Bond before,
            @Nullable Bond after) {
        if (Objects.equals(before, after) || !stands(memory.sketches().get(partner))) {
            return;
        }
        boolean inOrder = Bonds.BY_NAME.compare(text, partner) < 0;
        StoreKey left = inOrder ? text : partner;
        StoreKey right = inOrder ? partner : text;
        String origin = context.taskId().partition() + "/" + left.part(1) + "/" + right.part(1);
        context.forward(cause.withKey(left.part(0)).withValue(new Match(left.part(0), right.part(0), origin, after)));
    }

    private static boolean stands(@Nullable Sketch sketch) {
        return sketch != null && sketch.getStands();
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
