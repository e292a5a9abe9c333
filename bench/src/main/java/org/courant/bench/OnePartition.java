package org.courant.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.pair.Sketcher;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Placement;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.validate.ItemRules;
import org.courant.schemas.SourceItem;

/**
 * One partition of several of each partitioned stage of matching, on RocksDB and without a broker: it gets the items
 * and works that are its own, and its sketches of all works. What it costs and keeps is what one of several costs and
 * keeps when all remember so many items; it takes a fraction of the time.
 */
final class OnePartition implements AutoCloseable {
    private final int partitions;
    private final Sketcher sketcher;
    private final Stage items;
    private final Stage works;
    private final Stage blocks;
    private final Tally tally;

    OnePartition(Stages stages, int partitions, Tally tally) {
        this.partitions = partitions;
        this.sketcher = stages.sketcher();
        this.items = stages.items(0);
        this.works = stages.works(0);
        this.blocks = stages.blocks(0);
        this.tally = tally;
    }

    /**
     * An item as the partition meets it.
     *
     * @param own whether item and work are its own
     * @param sketches what the partition of another work says of it
     */
    record Given(Record<String, Object> delivery, boolean own, List<Record<String, Sketch>> sketches) {}

    /** A function of the item alone, so that it can be made on any thread. */
    Given given(SourceItem item, int index) {
        String identity = item.getIdentities().get(0);
        int owner = Math.floorMod(identity.hashCode() * 31, partitions);
        long timestamp = Papers.time(index).toEpochMilli();
        Delivery delivery = (Delivery) ItemRules.check(item, new ItemRules.Origin(timestamp, owner, index));
        List<Record<String, Sketch>> sketches = owner == 0 || Papers.isListedAgain(index)
                ? List.of()
                : sketcher
                        .change(List.of(), List.of(new Held(timestamp, 0L, null, delivery)), owner, 0)
                        .sketches()
                        .stream()
                        .filter(sketch -> sketch.getTarget() == 0)
                        .map(sketch -> new Record<>(identity, sketch, timestamp))
                        .toList();
        return new Given(new Record<>(item.getItemId(), delivery, timestamp), owner == 0, sketches);
    }

    void deliver(Given given) {
        List<Record<?, ?>> sketches = new ArrayList<>(given.sketches());
        if (given.own()) {
            for (Record<?, ?> change : timed("keep-latest", items, given.delivery())) {
                if (change.value() instanceof Placement) {
                    sketches.addAll(timed("place", works, change));
                }
            }
        }
        for (Record<?, ?> record : sketches) {
            if (record.value() instanceof Sketch sketch && sketch.getTarget() == 0) {
                tally.sketch();
                timed("find-pairs", blocks, record);
            }
        }
    }

    @Override
    public void close() {
        List.of(items, works, blocks).forEach(Stage::close);
    }

    private List<Record<?, ?>> timed(String name, Stage stage, Record<?, ?> record) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Record<?, ?>> forwarded = stage.process(record);
        tally.spent(name, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        return forwarded;
    }
}
