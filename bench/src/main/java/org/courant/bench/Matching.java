package org.courant.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.validate.ItemRules;
import org.courant.schemas.SourceItem;

/**
 * The stages of enrich, from the delivery of an item to its story, on RocksDB and without a broker. Each record is
 * followed to its end before the next.
 */
final class Matching implements AutoCloseable {
    private final int partitions;
    private final List<Stage> works = new ArrayList<>();
    private final List<Stage> directories = new ArrayList<>();
    private final Stage resolution;
    private final Tally tally;

    Matching(Stages stages, int partitions, Tally tally) {
        this.partitions = partitions;
        this.tally = tally;
        for (int partition = 0; partition < partitions; partition++) {
            works.add(stages.works(partition));
            directories.add(stages.directory(partition));
        }
        this.resolution = stages.resolution();
    }

    void deliver(SourceItem item, int index) {
        String work = item.getIdentities().get(0);
        long timestamp = Papers.time(index).toEpochMilli();
        ItemRules.Valid valid =
                (ItemRules.Valid) ItemRules.check(item, new ItemRules.Origin(timestamp, owner(work), index));
        Deque<Record<?, ?>> waiting = new ArrayDeque<>();
        waiting.add(new Record<>(work, valid.delivery(), timestamp));
        while (!waiting.isEmpty()) {
            process(waiting.remove()).stream()
                    .filter(record -> !(record.value() instanceof PublishedStory))
                    .forEach(waiting::add);
        }
    }

    @Override
    public void close() {
        Stream.of(works, directories, List.of(resolution)).flatMap(List::stream).forEach(Stage::close);
    }

    private List<Record<?, ?>> process(Record<?, ?> record) {
        String key = (String) record.key();
        if (record.value() instanceof Descriptor) {
            tally.descriptor(record);
            return timed("resolve", resolution, record);
        } else if (record.value() instanceof ItemVersion) {
            return timed("directory", directories.get(owner(key)), record);
        }
        return timed("works", works.get(owner(key)), record);
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
