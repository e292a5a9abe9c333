package org.courant.cli.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.courant.cli.ExitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a command end in order when the process is told to (Ctrl-C, SIGTERM): the thread that installed it is
 * interrupted and {@link #await} returns; the process ends when the command has closed this, or when its patience is at
 * an end.
 */
public final class StopSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    /** Who stops a process is to wait for ten seconds at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();
    private final Thread command;
    private final Duration patience;
    private final Thread hook = new Thread(this::onExit, "stop");

    private StopSignal(Thread command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** From now on this thread is told, and has nine seconds to end in order. */
    public static StopSignal install() {
        return install(PATIENCE);
    }

    /**
     * From now on this thread is told.
     *
     * @param patience how long it may take to end in order; the process ends then in any case
     */
    public static StopSignal install(Duration patience) {
        StopSignal signal = new StopSignal(Thread.currentThread(), patience);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /**
     * Does the work of a command; what fails because the process was told to stop is no failure.
     *
     * @return the exit code of the work, 0 where it was stopped
     */
    public int guard(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (RuntimeException failed) {
            if (isRequested()) {
                LOG.info("told to stop: {}", failed.toString());
                return ExitCode.DONE;
            }
            throw failed;
        }
    }

    /** Waits until the process is told to stop. */
    public void await() {
        try {
            requested.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits, but not longer than this; true if the process was told to stop. */
    public boolean await(Duration longest) {
        try {
            return requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Whether the process was told to stop. */
    public boolean isRequested() {
        return told.get();
    }

    /** The command has closed everything. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            Thread.interrupted(); // the interrupt has served its purpose
        }
    }

    private void onExit() {
        told.set(true);
        // First the interrupt: one that came after the command has begun to close would disturb that.
        command.interrupt();
        requested.countDown();
        try {
            if (!stopped.await(patience.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("courant: did not stop in order within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException cannotWait) {
            Thread.currentThread().interrupt();
        }
    }
}
