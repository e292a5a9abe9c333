package org.courant.enrich.resolve;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.cluster.StoryGraph;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.DescribedText;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.PairDecision;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.watermark.LowWatermark;
import org.jspecify.annotations.Nullable;

/**
 * Resolves works into stories: blocking finds the texts that a text may be alike, matching decides each pair, and
 * clustering closes shared identities and matches into stories. One task does all of it, since a match may join any two
 * works; it hears of each work what it needs and nothing else.
 *
 * <p>Why the assignments end the same whatever the order of arrival: "the descriptor of a work" is a slot with one
 * writer, the partition of the work. A decision on two texts is a function of the two and of which blocks are
 * oversized, which is a function of all texts; whenever one of these changes, the decisions that depend on it are taken
 * anew. A text of a work counts while it stands for the work; the decisions on its other texts are kept, so that a
 * version which stands again has its own.
 *
 * <p>Why forgetting changes nothing: two texts may match only if two items of theirs were delivered within a time of
 * each other, and what is still to come was delivered after the low watermark. An item that goes takes decisions away
 * and brings none. So a whole period leaves the index at once, and no row is touched.
 *
 * <p>Forwards {@link Assignment}, keyed by work.
 */
public final class Resolve implements Processor<String, Descriptor, String, Assignment> {
    private final PairRules rules;
    private final MatchLimits limits;
    private final int partitions;
    private final Counter crowded;
    private final Counter forgotten;
    private final Counter compared;
    private final Counter decided;
    private final Counter merges;
    private final Counter splits;
    private ProcessorContext<String, Assignment> context;
    private KeyValueStore<String, Descriptor> descriptors;
    private LowWatermark watermark;
    private Texts texts;
    private BlockIndex index;
    private PairDecisions pairs;
    private Comparisons comparisons;
    private StoryGraph graph;

    /** @param partitions number of partitions of the works */
    public Resolve(PairRules rules, MatchLimits limits, int partitions, MeterRegistry meters) {
        this.rules = rules;
        this.limits = limits;
        this.partitions = partitions;
        this.crowded = meters.counter("courant.enrich.blocks.crowded");
        this.forgotten = meters.counter("courant.enrich.works.forgotten");
        this.compared = meters.counter("courant.enrich.pairs.compared");
        this.decided = meters.counter("courant.enrich.pairs.decided");
        this.merges = meters.counter("courant.enrich.merges");
        this.splits = meters.counter("courant.enrich.splits");
    }

    @Override
    public void init(ProcessorContext<String, Assignment> context) {
        this.context = context;
        this.descriptors = context.getStateStore(StateStores.DESCRIPTORS);
        this.watermark = new LowWatermark(context.getStateStore(StateStores.WATERMARKS), partitions);
        this.texts = new Texts(descriptors);
        this.index = new BlockIndex(limits);
        this.pairs = new PairDecisions(context.getStateStore(StateStores.PAIRS));
        this.comparisons = new Comparisons(rules, limits, texts, index, compared);
        this.graph = StoryGraph.in(context);
        rebuildIndex();
    }

    private void rebuildIndex() {
        try (KeyValueIterator<String, Descriptor> all = descriptors.all()) {
            while (all.hasNext()) {
                KeyValue<String, Descriptor> work = all.next();
                work.value.getTexts().stream()
                        .filter(this::isOpen)
                        .forEach(text -> index.replace(
                                null, ComparedText.of(work.key, text).indexed()));
            }
        }
    }

    @Override
    public void process(Record<String, Descriptor> record) {
        String work = record.key();
        Descriptor descriptor = record.value();
        watermark.heard(descriptor.getSender(), descriptor.getLow());
        forgotten.increment(index.forgetBefore(limits.firstOpenPeriod(watermark.low())));
        @Nullable Descriptor before = descriptors.get(work);
        @Nullable Descriptor after = descriptor.getPresent() ? descriptor : null;
        Assignment assignedBefore = before == null ? own(work) : graph.assignment(work);
        boolean joins = before == null;
        descriptors.put(work, after);
        joins |= name(work, before, after);
        joins |= compare(work, before, after);
        StoryGraph.Settled settled = graph.settle();
        if (settled.moved()) {
            (joins ? merges : splits).increment();
        }
        tell(record, settled.works(), assignedBefore);
    }

    /** Identities are must-links: true if there is a new one. */
    private boolean name(String work, @Nullable Descriptor before, @Nullable Descriptor after) {
        Set<String> old = before == null ? Set.of() : new LinkedHashSet<>(before.getIdentities());
        Set<String> now = after == null ? Set.of() : new LinkedHashSet<>(after.getIdentities());
        old.stream().filter(identity -> !now.contains(identity)).forEach(gone -> graph.name(work, gone, false));
        now.stream().filter(identity -> !old.contains(identity)).forEach(come -> graph.name(work, come, true));
        return !old.containsAll(now);
    }

    /** Decides anew what the texts that have changed match; true if there is a new match. */
    private boolean compare(String work, @Nullable Descriptor before, @Nullable Descriptor after) {
        Map<String, DescribedText> old = Texts.of(before);
        Map<String, DescribedText> now = Texts.of(after);
        Set<String> all = new LinkedHashSet<>(old.keySet());
        // What does not stand any more comes before what stands now: of two works there is one decision.
        all.removeAll(now.keySet());
        all.addAll(now.keySet());
        Set<TextName> turned = new TreeSet<>();
        boolean joins = false;
        for (String text : all) {
            @Nullable DescribedText was = old.get(text);
            @Nullable DescribedText is = now.get(text);
            if (!Objects.equals(was, is)) {
                joins |= replace(work, was, is, turned);
            }
        }
        crowded.increment(turned.size());
        for (TextName text : turned) {
            ComparedText again = texts.find(text).orElse(null);
            joins |= decide(text, again, again);
        }
        return joins;
    }

    private boolean replace(
            String work, @Nullable DescribedText was, @Nullable DescribedText is, Set<TextName> turned) {
        @Nullable ComparedText before = was == null ? null : ComparedText.of(work, was);
        @Nullable ComparedText after = is == null ? null : ComparedText.of(work, is);
        turned.addAll(index.replace(
                before == null || was == null || !isOpen(was) ? null : before.indexed(),
                after == null || is == null || !isOpen(is) ? null : after.indexed()));
        TextName name =
                before != null ? before.name() : Objects.requireNonNull(after).name();
        return decide(name, before, after);
    }

    /** Decides anew what a text matches; true if there is a new match. */
    private boolean decide(TextName text, @Nullable ComparedText before, @Nullable ComparedText after) {
        Map<TextName, PairDecision> old = before == null ? Map.of() : pairs.of(text);
        Map<TextName, PairDecision> now = after == null ? Map.of() : comparisons.of(after, old.keySet());
        Set<TextName> partners = new TreeSet<>(old.keySet());
        partners.addAll(now.keySet());
        boolean joins = false;
        for (TextName partner : partners) {
            @Nullable PairDecision was = old.get(partner);
            @Nullable PairDecision is = now.get(partner);
            if (!Objects.equals(was, is)) {
                pairs.put(text, partner, is);
                decided.increment();
            }
            @Nullable PairDecision counted = before != null && before.stands() ? was : null;
            @Nullable PairDecision counts = after != null && after.stands() ? is : null;
            if (!Objects.equals(counted, counts) && texts.stands(partner)) {
                graph.compare(text.work(), partner.work(), counts);
                joins |= counts != null && !counts.getApart();
            }
        }
        return joins;
    }

    /**
     * Tells works where they belong. What a work has been told stands for as long as it has items, and is the story of
     * its own name where nothing has been told, so one that comes or goes is told only where that is not so.
     */
    private void tell(Record<String, Descriptor> cause, Set<String> works, Assignment assignedBefore) {
        String work = cause.key();
        boolean present = cause.value().getPresent();
        Set<String> told = new LinkedHashSet<>(works);
        told.remove(work);
        for (String each : told) {
            if (descriptors.get(each) != null) {
                context.forward(cause.withKey(each).withValue(graph.assignment(each)));
            }
        }
        Assignment assigned = present ? graph.assignment(work) : own(work);
        if (!assigned.equals(assignedBefore)) {
            context.forward(cause.withKey(work).withValue(assigned));
        }
    }

    private static Assignment own(String work) {
        return new Assignment(work, null, null);
    }

    private boolean isOpen(DescribedText text) {
        return MatchLimits.period(text.getSpans()) >= limits.firstOpenPeriod(watermark.low());
    }
}
