package org.courant.publish.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.courant.publish.view.EntryChange;
import org.courant.publish.view.Position;
import org.courant.publish.view.ViewListener;
import org.courant.service.health.Health;
import org.courant.service.kafka.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells any number of clients what changes. One thread goes through them when something has changed, and a few read for
 * those who have missed more than the log holds; no client has a thread or a queue of its own.
 */
public final class ChangeStream implements ViewListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);

    private static final int KEPT_CHANGES = 5_000;
    private static final int READERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final ChangeLog log;
    private final CatchUp catchUp;
    private final int mostClients;
    private final Duration patience;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers;
    private final Thread teller = new Thread(this::tell, "publish-stream");
    private final Counter dropped;
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    private volatile boolean isClosing;

    /** @param mostClients more are turned away */
    public ChangeStream(Connection connection, int mostClients, MeterRegistry meters) {
        this(connection, mostClients, KEPT_CHANGES, PATIENCE, meters);
    }

    ChangeStream(Connection connection, int mostClients, int keptChanges, Duration patience, MeterRegistry meters) {
        this.patience = patience;
        this.log = new ChangeLog(keptChanges);
        this.catchUp = new CatchUp(connection);
        this.mostClients = mostClients;
        this.readers = new ThreadPoolExecutor(
                READERS, READERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(Math.max(1, mostClients)), work -> {
                    Thread thread = new Thread(work, "publish-stream-reader");
                    thread.setDaemon(true);
                    return thread;
                });
        this.dropped = meters.counter("courant.publish.stream.dropped");
        Gauge.builder("courant.publish.stream.clients", clients, Set::size).register(meters);
    }

    public void start() {
        teller.setDaemon(true);
        teller.start();
    }

    /** Dead once nobody tells the clients any more. */
    public Health health() {
        return isClosing || teller.getState() != Thread.State.TERMINATED
                ? Health.ready("stream: " + clients.size() + " clients")
                : Health.dead("stream: the teller has stopped; the log says why");
    }

    /** Where a client begins that wants nothing but what is to come. */
    Position end() {
        return log.end();
    }

    /** Whether there is room for another client. */
    boolean hasRoom() {
        return !isClosing && clients.size() < mostClients;
    }

    /**
     * Takes a client in; from here on it is told.
     *
     * @param seen what stands before it the client has seen
     * @param abort cuts its connection
     */
    void add(Position seen, AsyncContext context, Runnable abort) throws IOException {
        StreamClient client = new StreamClient(log, seen, context, abort);
        client.listen();
        clients.add(client);
        if (client.isAhead() || !client.goLive()) {
            read(client);
        }
        wake();
    }

    private void read(StreamClient client) {
        try {
            readers.execute(() -> {
                try {
                    if (!catchUp.serve(client)) {
                        drop(client);
                    }
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    drop(client);
                } catch (RuntimeException failed) {
                    if (!isClosing) {
                        LOG.warn("stream: reading for a client failed; it comes back by itself", failed);
                    }
                    drop(client);
                }
            });
        } catch (RejectedExecutionException full) {
            drop(client);
        }
    }

    private void drop(StreamClient client) {
        if (!client.isClosed()) {
            dropped.increment();
            client.drop();
        }
        clients.remove(client);
    }

    @Override
    public void opened(Position ends) {
        log.reopen(ends);
        wake();
    }

    @Override
    public void changed(EntryChange change) {
        log.append(change);
        wake();
    }

    @Override
    public void sourcesChanged() {
        clients.forEach(client -> client.tell("sources", "{}", false));
        wake();
    }

    private void wake() {
        // One is as good as many: whoever takes it goes through all clients.
        news.offer(true);
    }

    private void tell() {
        long lastBeat = System.nanoTime();
        while (!isClosing) {
            boolean isTimeToBeat = System.nanoTime() - lastBeat > BEAT.toNanos();
            if (isTimeToBeat) {
                lastBeat = System.nanoTime();
            }
            for (StreamClient client : clients) {
                tell(client, isTimeToBeat);
            }
            await();
        }
    }

    private void tell(StreamClient client, boolean isTimeToBeat) {
        try {
            if (isTimeToBeat) {
                client.beat();
            }
            client.drain();
            if (client.isClosed() || client.isTooSlow(patience)) {
                drop(client);
            }
        } catch (RuntimeException failed) {
            LOG.warn("stream: a client failed and is dropped", failed);
            drop(client);
        }
    }

    private void await() {
        try {
            news.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            isClosing = true;
        }
    }

    /** Ends all answers; clients come back to whichever instance is there. */
    @Override
    public void close() {
        isClosing = true;
        wake();
        readers.shutdownNow();
        try {
            teller.join(CLOSE_TIMEOUT.toMillis());
            readers.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        catchUp.close();
        clients.forEach(StreamClient::close);
        clients.clear();
    }
}
