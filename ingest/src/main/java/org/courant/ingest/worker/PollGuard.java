package org.courant.ingest.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Poll;
import org.courant.ingest.source.SourceConnector;
import org.courant.service.FatalError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a poll be given up, because its time is over or because the worker has to stop. It interrupts the thread only
 * while it is within the poll, never while it writes.
 */
final class PollGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollGuard.class);

    private final Duration limit;
    private final ScheduledThreadPoolExecutor alarms;
    private @Nullable Thread poller;
    private boolean late;
    private boolean abandoned;

    PollGuard(Duration limit, String name) {
        this.limit = limit;
        this.alarms = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name + "-alarm");
            thread.setDaemon(true);
            return thread;
        });
        alarms.setRemoveOnCancelPolicy(true);
    }

    /**
     * Polls. Whatever the connector throws is a failed poll, except for what no poll could survive.
     *
     * @throws InterruptedException if the poll was {@link #abandon abandoned}
     */
    Fetched poll(SourceConnector connector, Poll poll) throws InterruptedException {
        begin();
        ScheduledFuture<?> alarm = alarms.schedule(this::tooLate, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Fetched fetched = connector.poll(poll);
            return fetched instanceof Fetched.Failed failed ? verdict(failed) : fetched;
        } catch (InterruptedException givenUp) {
            return verdict(new Fetched.Failed("the poll was interrupted"));
        } catch (Throwable bug) {
            if (FatalError.isFatal(bug)) {
                throw bug;
            }
            LOG.error("connector of '{}' failed unexpectedly", poll.source().getId(), bug);
            return new Fetched.Failed("the connector failed: " + bug);
        } finally {
            alarm.cancel(false);
            end();
        }
    }

    /** Gives up the poll that is under way, and every later one. */
    synchronized void abandon() {
        abandoned = true;
        interrupt();
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }

    private synchronized void begin() throws InterruptedException {
        if (abandoned) {
            throw new InterruptedException("the worker stops");
        }
        late = false;
        poller = Thread.currentThread();
    }

    private synchronized void end() {
        poller = null;
        // An interrupt that came too late to end the poll must not end what follows.
        Thread.interrupted();
    }

    private synchronized void tooLate() {
        late = true;
        interrupt();
    }

    private void interrupt() {
        if (poller != null) {
            poller.interrupt();
        }
    }

    private synchronized Fetched verdict(Fetched.Failed failed) throws InterruptedException {
        if (abandoned) {
            throw new InterruptedException("the poll was abandoned");
        }
        return late
                ? new Fetched.Failed("the poll did not end within " + limit.toSeconds()
                        + " s; if the source is slow by nature, raise ingest.poll-timeout")
                : failed;
    }
}
