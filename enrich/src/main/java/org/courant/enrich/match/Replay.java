package org.courant.enrich.match;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.FirstSeen;
import org.courant.enrich.record.Winner;
import org.courant.enrich.store.StateStores;
import org.jspecify.annotations.Nullable;

/**
 * Has the story of an item told once more, under the settings that are in force now. Keyed by item; the value means
 * nothing.
 *
 * <p>Why a replay can spoil nothing: a record of a replay says which item, and nothing about it. All that follows is
 * that the identity of the item hears again what it has heard last, by the way and behind the messages by which it
 * hears of items anyway ({@link Place}). No slot changes, so neither does any match or label; an old delivery cannot
 * stand in the place of a newer one, as no delivery travels; and the low watermarks do not move, as no record of the
 * log is read. What is made anew is the story: it is a function of its slots and of the settings, so it ends as a run
 * from the beginning under these settings would have it, whichever part of the log is replayed, in whatever order and
 * however often. A story is written whole, so it is of one kind of settings or the other, never of both.
 *
 * <p>What settings decide before a story is made, which items are valid and which works match, is not decided again:
 * that would take the records of the log in their order, so it takes a reset.
 *
 * <p>An item of which nothing has been heard is passed over: it has yet to be read, or it is a dead letter. So is one
 * that was rejected, which has no story.
 *
 * <p>Forwards {@link FirstSeen}, keyed by identity.
 */
public final class Replay implements Processor<@Nullable String, byte @Nullable [], String, FirstSeen> {
    private final Counter replayed;
    private final Counter passedOver;
    private ProcessorContext<String, FirstSeen> context;
    private KeyValueStore<String, Winner> winners;

    public Replay(MeterRegistry meters) {
        replayed = meters.counter("courant.enrich.replayed");
        passedOver = meters.counter("courant.enrich.replays.passed.over");
    }

    @Override
    public void init(ProcessorContext<String, FirstSeen> context) {
        this.context = context;
        this.winners = context.getStateStore(StateStores.WINNERS);
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        String itemId = record.key();
        @Nullable Winner winner = itemId == null ? null : winners.get(itemId);
        if (itemId == null || winner == null || !winner.getValid()) {
            passedOver.increment();
            return;
        }
        replayed.increment();
        context.forward(Again.mark(new Record<>(
                winner.getIdentities().get(0), new FirstSeen(itemId, winner.getFirstSeen()), winner.getTimestamp())));
    }
}
