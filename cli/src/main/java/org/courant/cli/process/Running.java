package org.courant.cli.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.courant.service.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started. Closing closes all of it, the last started first, whatever goes wrong with some of it. */
public final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private static final long SECONDS_TO_GIVE_UP = 20;

    private final Deque<List<? extends AutoCloseable>> started = new ArrayDeque<>();

    /** Takes over the duty to close. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        started.push(List.of(part));
        return part;
    }

    /** Takes over the duty to close parts that do not need each other: they are closed at the same time. */
    public synchronized void addAll(List<? extends AutoCloseable> parts) {
        started.push(List.copyOf(parts));
    }

    /**
     * Does several things at the same time and returns when all are done. If one fails, the others are interrupted and
     * waited for, and its exception is thrown; what they have added is closed with everything else.
     *
     * @return what the steps returned, in their order
     */
    public <T> List<T> together(List<Callable<T>> steps) {
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(
                steps.size(), step -> new Thread(step, "start-" + number.incrementAndGet()));
        try {
            List<Future<T>> futures = steps.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while starting", interrupted);
        } finally {
            end(threads);
        }
    }

    /** Closes everything; failures are logged, since there is nothing left to do about them. */
    @Override
    public void close() {
        while (true) {
            List<? extends AutoCloseable> next;
            synchronized (this) {
                next = started.poll();
            }
            if (next == null) {
                return;
            }
            closeTogether(next);
        }
    }

    private static void closeTogether(List<? extends AutoCloseable> parts) {
        List<Thread> threads = new ArrayList<>();
        for (AutoCloseable part : parts.subList(1, parts.size())) {
            Thread thread =
                    new Thread(() -> close(part), "stop-" + part.getClass().getSimpleName());
            thread.start();
            threads.add(thread);
        }
        close(parts.get(0));
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException told) {
                    interrupted = true; // to stop, which is what this does
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable part) {
        // A part that waits while it closes must not be told of an interrupt that was meant for its start.
        boolean interrupted = Thread.interrupted();
        try {
            part.close();
        } catch (Exception failed) {
            LOG.warn("{} did not close in order", part.getClass().getSimpleName(), failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!threads.awaitTermination(SECONDS_TO_GIVE_UP, TimeUnit.SECONDS)) {
                LOG.warn("a step of the start did not end within {} s", SECONDS_TO_GIVE_UP);
            }
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
