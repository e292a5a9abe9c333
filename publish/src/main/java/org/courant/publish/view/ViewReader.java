package org.courant.publish.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.service.Fault;
import org.courant.service.health.Health;
import org.courant.service.kafka.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link DigestView} up to date with the topics. Whatever goes wrong, it reads on or begins anew, and the last
 * view stays readable meanwhile; a record that cannot be read is logged, counted and left out.
 */
public final class ViewReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewReader.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration REPORT = Duration.ofMinutes(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Connection connection;
    private final ViewListener listener;
    private final EntryLatency latency;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::run, "publish-view");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong lag = new AtomicLong();
    private final Counter unreadable;
    private final Predicate<Throwable> reported;
    private volatile DigestTables tables = new DigestTables();
    private volatile boolean hasRead;
    private volatile String trouble = "";
    private Instant lastReport = Instant.MIN;

    /**
     * @param clock measures how long entries take to come here
     * @param listener hears what is read, on the thread that reads
     * @param reported what a failure comes from is reported by somebody else
     */
    public ViewReader(
            Connection connection,
            MeterRegistry meters,
            InstantSource clock,
            ViewListener listener,
            Predicate<Throwable> reported) {
        this.reported = reported;
        this.connection = connection;
        this.listener = listener;
        this.clock = clock;
        this.latency = new EntryLatency(meters, clock);
        this.unreadable = meters.counter("courant.publish.view.unreadable");
        Gauge.builder("courant.publish.view.lag", lag, AtomicLong::get).register(meters);
        Gauge.builder(
                        "courant.publish.view.entries",
                        this,
                        reader -> reader.view().entryCount())
                .register(meters);
        Gauge.builder(
                        "courant.publish.view.editions",
                        this,
                        reader -> reader.view().editions().size())
                .register(meters);
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The newest complete view; empty until the topics have been read once. */
    public DigestView view() {
        return tables;
    }

    /** Whether the topics have been read once to the end that they had at the start. */
    public boolean hasRead() {
        return hasRead;
    }

    /** Ready as soon as the topics have been read once, for as long as they can be read on. */
    public Health health() {
        if (thread.getState() == Thread.State.TERMINATED) {
            return Health.dead("view: the reader has stopped; the log says why");
        }
        if (!trouble.isEmpty()) {
            return Health.starting("view: " + trouble);
        }
        return hasRead
                ? Health.ready("view: up to date")
                : Health.starting("view: reads the topics from their beginning");
    }

    private void run() {
        while (!isClosing()) {
            try (Generation generation = new Generation(connection, listener, latency)) {
                read(generation);
            } catch (RuntimeException failed) {
                report("begins anew", failed);
                pause();
            } catch (Error broken) {
                LOG.error("view: the reader has stopped", broken);
                throw broken;
            }
        }
    }

    /** Once a minute, since it tries again each second; that Kafka does not answer is reported by somebody else. */
    private void report(String next, RuntimeException failed) {
        trouble = next + " after " + Fault.rootOf(failed);
        if (reported.test(failed) || clock.instant().isBefore(lastReport.plus(REPORT))) {
            LOG.debug("view: {} in {}", next, RETRY, failed);
        } else {
            lastReport = clock.instant();
            LOG.warn("view: {} in {}", next, RETRY, failed);
        }
    }

    private void read(Generation generation) {
        boolean complete = false;
        while (!isClosing()) {
            for (ConsumerRecord<String, byte[]> record : generation.poll()) {
                apply(generation, record);
            }
            lag.set(generation.lag());
            if (!complete && generation.hasReachedTheEnd()) {
                complete = true;
                tables = generation.tables();
                hasRead = true;
                trouble = "";
                LOG.info(
                        "view: {} entries in {} editions",
                        tables.entryCount(),
                        tables.editions().size());
            }
        }
    }

    private void apply(Generation generation, ConsumerRecord<String, byte[]> record) {
        boolean waited = false;
        while (!isClosing()) {
            try {
                generation.topicOf(record).apply(record);
                trouble = waited ? "" : trouble;
                return;
            } catch (RuntimeException failed) {
                if (Fault.whileReading(failed) == Fault.RECORD) {
                    LOG.warn("view: {} cannot be read and is left out", place(record), failed);
                    unreadable.increment();
                    return;
                }
                waited = true;
                report("waits with " + place(record), failed);
                pause();
            }
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return "%s [%d] offset %d".formatted(record.topic(), record.partition(), record.offset());
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** Stops reading; the view stays as it is. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
