package org.courant.ingest.worker;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.FatalError;

/**
 * One life of a worker: shuts out its predecessor, reads the state of the partition, and polls until it is told to stop
 * or something fails. There is no repair within a life: whatever fails ends it, and the next reads what is true.
 */
final class PollLoop implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final WorkerParts parts;
    private final BooleanSupplier stopping;
    private final PartitionState state = new PartitionState();
    private final StateReader reader;
    private final SourceLog log;
    private final SourcePoller poller;
    private final Gauge memory;

    PollLoop(WorkerParts parts, int partition, PollGuard guard, BooleanSupplier stopping) {
        this.parts = parts;
        this.stopping = stopping;
        Topics topics = parts.connection().topics();
        AvroSerdes serdes = parts.connection().serdes();
        KafkaClients clients = new KafkaClients(parts.connection(), parts.settings());
        this.reader = new StateReader(clients.state(partition), topics, serdes, partition);
        this.log = log(clients, new LogRecords(topics, serdes, partition), partition);
        this.poller = new SourcePoller(parts, guard, log, state);
        this.memory = parts.metrics().seen(partition, state.seen());
    }

    private SourceLog log(KafkaClients clients, LogRecords records, int partition) {
        try {
            return new SourceLog(clients.producer(partition), records, parts.metrics());
        } catch (RuntimeException unusable) {
            reader.close();
            throw unusable;
        }
    }

    /** Takes the partition over. When this returns nobody else writes for it. */
    void open() {
        log.open();
        reader.readAll(state);
        state.cursors().forEach(this::remember);
        settle();
    }

    /** Polls until told to stop. */
    void run() throws InterruptedException {
        try {
            poll();
        } catch (Error error) {
            if (FatalError.isFatal(error)) {
                report(error);
            }
            throw error;
        }
    }

    /** Says at each source why nobody polls it any more, as far as the JVM still can. */
    private void report(Error error) {
        try {
            log.settle(Settlement.ended(state, "its worker has ended: " + error + "; restart ingest", now()));
        } catch (Throwable unable) {
            error.addSuppressed(unable);
        }
    }

    private void poll() throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            Optional<PartitionState.Turn> turn = state.next(now());
            Duration wait = turn.map(next -> Duration.between(now(), next.at())).orElse(LONGEST_WAIT);
            if (reader.readChanges(state, bounded(wait))) {
                settle();
            } else if (turn.isPresent() && wait.compareTo(Duration.ZERO) <= 0) {
                poller.poll(turn.get().source(), turn.get().cursor());
            }
        }
    }

    /** Ends a wait from another thread. */
    void wakeup() {
        reader.wakeup();
    }

    int sources() {
        return state.sources().size();
    }

    @Override
    public void close() {
        parts.metrics().remove(memory);
        state.sources().forEach(source -> parts.metrics().forget(source.getId()));
        try (log) {
            reader.close();
        }
    }

    private void settle() {
        List<SourceCursor> changed = Settlement.of(state, now());
        if (!changed.isEmpty()) {
            log.settle(changed);
        }
    }

    /** The pace of a host is kept across processes. */
    private void remember(SourceCursor cursor) {
        state.sources().stream()
                .filter(source -> source.getId().equals(cursor.getSourceId()) && cursor.getLastRequestAt() != null)
                .forEach(source -> parts.http().remember(source.getPolitenessGroup(), cursor.getLastRequestAt()));
        if (cursor.getLastChangeAt() != null && state.defines(cursor.getSourceId())) {
            parts.metrics().fresh(cursor.getSourceId(), cursor.getLastChangeAt());
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Instant now() {
        return parts.time().instant();
    }
}
