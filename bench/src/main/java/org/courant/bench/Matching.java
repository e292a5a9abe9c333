package org.courant.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.match.TouchedStory;
import org.courant.enrich.record.Contribution;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Match;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.validate.ItemRules;
import org.courant.schemas.SourceItem;

/**
 * The stages of matching, from the delivery of an item to the label of its work, on RocksDB and without a broker. Each
 * record is followed to its end before the next. Stories are not assembled here.
 */
final class Matching implements AutoCloseable {
    private final int partitions;
    private final List<Stage> items = new ArrayList<>();
    private final List<Stage> works = new ArrayList<>();
    private final List<Stage> blocks = new ArrayList<>();
    private final Stage graph;
    private final Tally tally;

    Matching(Stages stages, int partitions, Tally tally) {
        this.partitions = partitions;
        this.tally = tally;
        for (int partition = 0; partition < partitions; partition++) {
            items.add(stages.items(partition));
            works.add(stages.works(partition));
            blocks.add(stages.blocks(partition));
        }
        this.graph = stages.graph(new SimpleMeterRegistry());
    }

    void deliver(SourceItem item, int index) {
        int partition = owner(item.getIdentities().get(0));
        long timestamp = Papers.time(index).toEpochMilli();
        Object delivery = ItemRules.check(item, new ItemRules.Origin(timestamp, partition, index));
        Deque<Record<?, ?>> waiting = new ArrayDeque<>();
        waiting.add(new Record<>(item.getItemId(), delivery, timestamp));
        while (!waiting.isEmpty()) {
            process(waiting.remove()).stream()
                    .filter(record -> !(record.value() instanceof TouchedStory))
                    .forEach(waiting::add);
        }
    }

    @Override
    public void close() {
        stages().forEach(Stage::close);
    }

    private Stream<Stage> stages() {
        return Stream.of(items, works, blocks, List.of(graph)).flatMap(List::stream);
    }

    private List<Record<?, ?>> process(Record<?, ?> record) {
        String key = (String) record.key();
        Object value = record.value();
        if (value instanceof Delivery) {
            return timed("keep-latest", items.get(owner(key)), record);
        } else if (value instanceof Sketch sketch) {
            tally.sketch();
            return timed("find-pairs", blocks.get(sketch.getTarget()), record);
        } else if (value instanceof Match) {
            tally.match(record);
            return timed("connect", graph, record);
        } else if (value instanceof Label || value instanceof Contribution) {
            return timed("relabel", works.get(owner(key)), record);
        }
        return timed("place", works.get(owner(key)), record);
    }

    private List<Record<?, ?>> timed(String name, Stage stage, Record<?, ?> record) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Record<?, ?>> forwarded = stage.process(record);
        tally.spent(name, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        return forwarded;
    }

    private int owner(String key) {
        return Math.floorMod(key.hashCode() * 31, partitions);
    }
}
