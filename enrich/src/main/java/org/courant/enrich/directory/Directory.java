package org.courant.enrich.directory;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.DirectoryEntry;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.store.StateStores;
import org.jspecify.annotations.Nullable;

/**
 * Knows, per item, the newest delivery and when the item was first seen, whichever works heard of it, and tells a work
 * that has an older delivery. Items that can be of one work only are not in it.
 *
 * <p>Why an item ends in one work, and the same one, whatever the order of arrival: a work holds an item by the newest
 * delivery that it has read itself, unless the directory has named it a newer one; the directory keeps the newest of
 * what all works have said. Either is a maximum in one total order, and the first sighting a minimum, so neither late
 * nor repeated deliveries nor the order of messages make a difference to where they end. Each work has told the
 * directory its own maximum, and each that is not the overall maximum has been answered with a greater one, at once or
 * when that came; so in the end the work of the overall maximum holds the item and no other does. A delivery that comes
 * back to a work that has lost the item is held until the directory has answered, and no longer.
 *
 * <p>Forwards {@link DirectoryEntry}, keyed by work.
 */
public final class Directory implements Processor<String, ItemVersion, String, DirectoryEntry> {
    private ProcessorContext<String, DirectoryEntry> context;
    private KeyValueStore<String, ItemVersion> directory;

    @Override
    public void init(ProcessorContext<String, DirectoryEntry> context) {
        this.context = context;
        this.directory = context.getStateStore(StateStores.DIRECTORY);
    }

    @Override
    public void process(Record<String, ItemVersion> record) {
        String itemId = record.key();
        ItemVersion told = record.value();
        @Nullable ItemVersion before = directory.get(itemId);
        if (before == null) {
            directory.put(itemId, told);
            return;
        }
        boolean supersedes = ItemVersions.NEWEST_LAST.compare(told, before) > 0;
        ItemVersion newer = supersedes ? told : before;
        ItemVersion newest = ItemVersion.newBuilder(newer)
                .setFirstSeen(Math.min(told.getFirstSeen(), before.getFirstSeen()))
                .build();
        Set<String> works = new TreeSet<>();
        if (!told.getWork().equals(before.getWork())) {
            works.add(supersedes ? before.getWork() : told.getWork());
        }
        if (newest.getFirstSeen() < newer.getFirstSeen()) {
            works.add(newest.getWork());
        }
        if (!newest.equals(before)) {
            directory.put(itemId, newest);
        }
        works.forEach(work -> context.forward(record.withKey(work).withValue(new DirectoryEntry(itemId, newest))));
    }
}
