package org.courant.ingest.worker;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Poll;
import org.courant.ingest.source.Rejected;
import org.courant.ingest.source.SourceConnector;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Polls one source, in two transactions. The first announces the poll: it fails if another worker has taken over, so
 * that a host is never asked by one that was shut out, and it tells a successor until when to keep away. The second
 * writes everything that the poll came to.
 */
final class SourcePoller {
    private static final Logger LOG = LoggerFactory.getLogger(SourcePoller.class);

    private final WorkerParts parts;
    private final PollGuard guard;
    private final SourceLog log;
    private final PartitionState state;

    SourcePoller(WorkerParts parts, PollGuard guard, SourceLog log, PartitionState state) {
        this.parts = parts;
        this.guard = guard;
        this.log = log;
        this.state = state;
    }

    /** @throws InterruptedException if the poll was abandoned; the host is free for others then */
    void poll(Source source, SourceCursor before) throws InterruptedException {
        SourceCursor cursor = before;
        Instant begin = now();
        Instant endsBy = begin.plus(parts.settings().pollTimeout());
        if (source.getConnector() != Connector.FILE) {
            cursor = Cursors.announced(before, begin, endsBy);
            log.announce(cursor);
            state.put(cursor);
        }
        try {
            conclude(source, cursor, fetch(source, cursor, begin, endsBy));
        } catch (InterruptedException abandoned) {
            if (source.getConnector() != Connector.FILE) {
                log.announce(Cursors.abandoned(cursor, now()));
            }
            throw abandoned;
        }
    }

    private Fetched fetch(Source source, SourceCursor cursor, Instant begin, Instant endsBy)
            throws InterruptedException {
        SourceConnector connector =
                parts.connectors().forKind(source.getConnector()).orElse(null);
        if (connector == null) {
            return new Fetched.Failed("this version has no connector for sources of kind " + source.getConnector());
        }
        TimedHttp http = new TimedHttp(
                parts.http().forSource(source), source.getPolitenessGroup(), endsBy, parts.metrics(), parts.time());
        return guard.poll(connector, new Poll(source, cursor, http, begin));
    }

    private void conclude(Source source, SourceCursor cursor, Fetched first) {
        Fetched fetched = first;
        while (true) {
            Instant now = now();
            Delivery delivery = new Conclusions(source, cursor, now).of(fetched, state.seen());
            Map<String, String> refused = log.write(delivery, now);
            if (refused.isEmpty()) {
                written(delivery, now);
                return;
            }
            LOG.warn(
                    "'{}': Kafka refused {} of {} items: {}",
                    source.getId(),
                    refused.size(),
                    delivery.items().size(),
                    refused);
            fetched = without((Fetched.Items) fetched, refused);
        }
    }

    private void written(Delivery delivery, Instant now) {
        String id = delivery.source().getId();
        delivery.seen(now).forEach((key, seen) -> state.seen().remember(key, seen.getFingerprint()));
        state.put(delivery.cursor());
        parts.metrics().poll(id, delivery.outcome());
        parts.metrics().items(id, "emitted", delivery.items().size());
        parts.metrics().items(id, "unchanged", delivery.unchanged());
        parts.metrics().items(id, "rejected", delivery.rejected().size());
        parts.metrics().deadLetters(delivery.stage(), delivery.rejected().size());
        if (delivery.cursor().getLastChangeAt() != null) {
            parts.metrics().fresh(id, delivery.cursor().getLastChangeAt());
        }
        report(delivery);
    }

    private static void report(Delivery delivery) {
        boolean failed = delivery.cursor().getConsecutiveFailures() > 0;
        boolean news = !delivery.items().isEmpty() || !delivery.rejected().isEmpty();
        Level level = failed ? Level.WARN : news ? Level.INFO : Level.DEBUG;
        LOG.atLevel(level)
                .log(
                        "'{}': {}, {} new, {} unchanged, {} rejected; {}",
                        delivery.source().getId(),
                        delivery.outcome(),
                        delivery.items().size(),
                        delivery.unchanged(),
                        delivery.rejected().size(),
                        delivery.message());
    }

    /** What Kafka refused becomes a dead letter; the rest is written without it. */
    private static Fetched without(Fetched.Items answer, Map<String, String> refused) {
        List<SourceItem> items = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>(answer.rejected());
        for (SourceItem item : answer.items()) {
            String reason = refused.get(item.getItemId());
            if (reason == null) {
                items.add(item);
            } else {
                rejected.add(RejectedItems.of(item, reason));
            }
        }
        return new Fetched.Items(items, rejected, answer.change(), answer.batchDate(), answer.listed(), answer.more());
    }

    private Instant now() {
        return parts.time().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
