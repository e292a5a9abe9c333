package org.courant.enrich.match;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.progress.Progress;
import org.courant.enrich.record.Claim;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.FirstSeen;
import org.courant.enrich.record.Placement;
import org.courant.enrich.record.Rejection;
import org.courant.enrich.record.Removal;
import org.courant.enrich.record.Winner;
import org.courant.enrich.store.StateStores;
import org.courant.schemas.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, per item, the delivery that stands for it, and tells the identities that it names.
 *
 * <p>A valid delivery wins over a rejected one. Among equals the later timestamp wins, then the greater content hash,
 * then the smaller position in the log. This order is total and says nothing of arrival, so the winner is a function of
 * the set of deliveries; so is {@code firstSeen}, a minimum.
 *
 * <p>Every other identity learns of an item from here alone, by one topic. So a slot such as "item i at identity P" has
 * one writer whose messages arrive in order, and ends as the winner says.
 *
 * <p>Forwards {@link Placement}, {@link FirstSeen}, {@link Removal} and {@link Claim}, keyed by identity, and
 * {@link Decision} on items that have been rejected.
 */
public final class KeepLatest implements Processor<String, SpecificRecord, String, Object> {
    private static final ByteBuffer UNDECIDED = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private static final Comparator<Winner> STRONGEST = Comparator.comparing(Winner::getValid)
            .thenComparing(Winner::getTimestamp)
            .thenComparing(Winner::getFingerprint)
            .thenComparing(Comparator.comparing(Winner::getPartition)
                    .thenComparing(Winner::getOffset)
                    .reversed());

    private final int partitions;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Winner> winners;
    private Progress progress;

    /** @param partitions number of partitions of the log */
    public KeepLatest(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.winners = context.getStateStore(StateStores.WINNERS);
        this.progress = new Progress(context.getStateStore(StateStores.LOG_PROGRESS), partitions);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        Winner old = winners.get(record.key());
        if (record.value() instanceof Delivery delivery) {
            progress.read(delivery.getPartition(), delivery.getTimestamp());
            deliver(record, delivery, old);
        } else if (record.value() instanceof Rejection rejection) {
            progress.read(rejection.getPartition(), rejection.getTimestamp());
            reject(record, rejection, old);
        } else {
            throw new IllegalArgumentException("neither delivery nor rejection: " + record.value());
        }
    }

    private void deliver(Record<String, SpecificRecord> record, Delivery delivery, @Nullable Winner old) {
        List<String> before = old == null ? List.of() : old.getIdentities();
        long firstSeen = old == null || !old.getValid()
                ? delivery.getTimestamp()
                : Math.min(old.getFirstSeen(), delivery.getTimestamp());
        Winner challenger = winner(delivery, firstSeen, old);
        if (old == null || STRONGEST.compare(challenger, old) > 0) {
            winners.put(record.key(), challenger);
            place(record.key(), before, delivery, firstSeen).forEach(effect -> effect.forward(record, context));
        } else if (firstSeen < old.getFirstSeen()) {
            winners.put(
                    record.key(), Winner.newBuilder(old).setFirstSeen(firstSeen).build());
            new Effect(before.get(0), new FirstSeen(record.key(), firstSeen)).forward(record, context);
        }
    }

    private void reject(Record<String, SpecificRecord> record, Rejection rejection, @Nullable Winner old) {
        Decision decision = Decisions.rejected(rejection);
        Winner challenger = winner(rejection, decision);
        if (old == null || STRONGEST.compare(challenger, old) > 0) {
            winners.put(record.key(), challenger);
            context.forward(new Record<>(record.key(), decision, challenger.getTimestamp(), record.headers()));
        }
    }

    private List<Effect> place(String itemId, List<String> before, Delivery delivery, long firstSeen) {
        List<String> after = delivery.getIdentities();
        List<Effect> effects = new ArrayList<>();
        boolean moved = !before.isEmpty() && !before.get(0).equals(after.get(0));
        if (moved) {
            effects.add(new Effect(before.get(0), new Removal(itemId)));
        }
        effects.add(new Effect(
                after.get(0),
                new Placement(firstSeen, delivery, context.taskId().partition(), progress.low())));
        for (int i = 1; i < before.size(); i++) {
            if (moved || !after.contains(before.get(i))) {
                effects.add(new Effect(before.get(i), new Claim(itemId, before.get(0), false)));
            }
        }
        for (int i = 1; i < after.size(); i++) {
            if (moved || !before.contains(after.get(i))) {
                effects.add(new Effect(after.get(i), new Claim(itemId, after.get(0), true)));
            }
        }
        return effects;
    }

    private static Winner winner(Delivery delivery, long firstSeen, @Nullable Winner old) {
        return new Winner(
                true,
                delivery.getTimestamp(),
                delivery.getContentHash(),
                delivery.getPartition(),
                delivery.getOffset(),
                firstSeen,
                delivery.getIdentities(),
                -1L,
                old == null ? UNDECIDED.duplicate() : old.getDecision(),
                old == null ? 0L : old.getDecidedAt());
    }

    private static Winner winner(Rejection rejection, Decision decision) {
        return new Winner(
                false,
                rejection.getTimestamp(),
                rejection.getCheck() + " " + rejection.getReason(),
                rejection.getPartition(),
                rejection.getOffset(),
                rejection.getTimestamp(),
                List.of(),
                -1L,
                Decisions.encoded(decision),
                rejection.getTimestamp());
    }
}
