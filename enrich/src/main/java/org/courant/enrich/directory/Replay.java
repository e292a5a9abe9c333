package org.courant.enrich.directory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.item.Again;
import org.courant.enrich.record.DirectoryEntry;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.store.StateStores;
import org.jspecify.annotations.Nullable;

/**
 * Has an item told once more by the work that holds it. Keyed by item; the value means nothing.
 *
 * <p>Why a replay can spoil nothing: a record of a replay says which item, and nothing about it. All that follows is
 * that the story of its work is made anew, in which no slot changes. An old delivery cannot stand in the place of a
 * newer one, as no delivery travels, and the low watermarks do not move, as no record of the log is read. The story is
 * a function of its slots and of the settings, so it ends as a run from the beginning under these settings would have
 * it, whichever part of the log is replayed, in whatever order and however often.
 *
 * <p>What settings decide before a story is made, which items are valid and which works match, is not decided again:
 * that would take the records of the log in their order, so it takes a reset.
 *
 * <p>An item of which nothing has been heard is passed over: it has yet to be read, or it is a dead letter. So is one
 * that was rejected, which has no story.
 */
public final class Replay implements Processor<@Nullable String, byte @Nullable [], String, DirectoryEntry> {
    private final Counter passedOver;
    private ProcessorContext<String, DirectoryEntry> context;
    private KeyValueStore<String, ItemVersion> directory;

    public Replay(MeterRegistry meters) {
        passedOver = meters.counter("courant.enrich.replays.passed.over");
    }

    @Override
    public void init(ProcessorContext<String, DirectoryEntry> context) {
        this.context = context;
        this.directory = context.getStateStore(StateStores.DIRECTORY);
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        String itemId = record.key();
        Optional<String> work = itemId == null
                ? Optional.empty()
                : ItemVersions.onlyWork(itemId)
                        .or(() -> Optional.ofNullable(directory.get(itemId)).map(ItemVersion::getWork));
        if (work.isEmpty()) {
            passedOver.increment();
            return;
        }
        context.forward(Again.mark(
                new Record<>(work.get(), new DirectoryEntry(itemId, null), Math.max(0, record.timestamp()))));
    }
}
