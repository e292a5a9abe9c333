package org.courant.enrich.match;

import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Verdict;
import org.courant.enrich.record.Winner;
import org.courant.enrich.store.StateStores;
import org.courant.schemas.Decision;

/**
 * Publishes the verdict that holds: the one on the delivery that stands for the item now, of the highest epoch. Within
 * an epoch all verdicts come from one story, in order. Verdicts of stories that have not yet heard that the item has
 * moved on are dropped, so the last decision does not depend on which story was heard last.
 *
 * <p>A decision is published again where only the time of its delivery has changed, since the table's timestamps too
 * must not depend on the order of arrival.
 */
public final class Resolve implements Processor<String, Verdict, String, Decision> {
    private ProcessorContext<String, Decision> context;
    private KeyValueStore<String, Winner> winners;

    @Override
    public void init(ProcessorContext<String, Decision> context) {
        this.context = context;
        this.winners = context.getStateStore(StateStores.WINNERS);
    }

    @Override
    public void process(Record<String, Verdict> record) {
        Verdict verdict = record.value();
        Winner winner = winners.get(record.key());
        if (winner == null || !isAbout(verdict, winner) || verdict.getEpoch() < winner.getEpoch()) {
            return;
        }
        Decision decision = Decisions.of(verdict);
        ByteBuffer encoded = Decisions.encoded(decision);
        boolean changed = !encoded.equals(winner.getDecision()) || winner.getDecidedAt() != winner.getTimestamp();
        if (changed || verdict.getEpoch() != winner.getEpoch()) {
            winners.put(record.key(), decided(winner, verdict.getEpoch(), encoded));
        }
        if (changed) {
            context.forward(new Record<>(record.key(), decision, winner.getTimestamp(), record.headers()));
        }
    }

    private static boolean isAbout(Verdict verdict, Winner winner) {
        return winner.getValid()
                && verdict.getPartition() == winner.getPartition()
                && verdict.getOffset() == winner.getOffset();
    }

    private static Winner decided(Winner winner, long epoch, ByteBuffer decision) {
        return new Winner(
                true,
                winner.getTimestamp(),
                winner.getFingerprint(),
                winner.getPartition(),
                winner.getOffset(),
                winner.getFirstSeen(),
                winner.getIdentities(),
                epoch,
                decision,
                winner.getTimestamp());
    }
}
