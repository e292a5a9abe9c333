package org.courant.lab.faults.run;

import java.util.concurrent.TimeUnit;

/** A thread that works until it is closed. */
final class Background implements AutoCloseable {
    private final Thread thread;
    private volatile boolean running = true;

    /** Work that looks often whether it is to go on. */
    @FunctionalInterface
    interface Work {
        void run(Running running);
    }

    /** Tells whether to go on. */
    @FunctionalInterface
    interface Running {
        boolean isRunning();
    }

    private Background(String name, Work work) {
        thread = new Thread(() -> work.run(() -> running), name);
        thread.setDaemon(true);
    }

    static Background start(String name, Work work) {
        Background background = new Background(name, work);
        background.thread.start();
        return background;
    }

    /** @throws IllegalStateException where it has ended by itself */
    void requireAlive() {
        if (!thread.isAlive()) {
            throw new IllegalStateException(
                    "the thread " + thread.getName() + " of the suite has ended; see its output");
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
