package org.courant.testkit.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Requires that a function takes any text of 64 KiB on a stack of 256 KiB, throws nothing, and takes at most 2.5 times
 * the CPU for twice the text, or 6.25 times for four times. CPU is that of the thread; the least of several
 * measurements counts, so that a busy machine changes nothing; what takes less than 50 ms is fast enough whatever its
 * ratio. {@code -Dcourant.text.length} sets another longest text, in characters.
 */
public final class LinearTime {
    private static final int FIRST_LENGTH = 16 * 1024;
    private static final int MAX_LENGTH = Integer.getInteger("courant.text.length", 64 * 1024);
    private static final int STACK_BYTES = 256 * 1024;
    private static final double MAX_RATIO = 2.5;
    private static final long FLOOR_NANOS = Duration.ofMillis(50).toNanos();
    private static final int REPEATS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5).multipliedBy(Math.max(1, MAX_LENGTH / (64 * 1024)));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final TextFunction function;
    private volatile String current = "";

    private LinearTime(TextFunction function) {
        this.function = function;
    }

    /** Feeds all adversarial texts to a function. */
    public static void require(TextFunction function) {
        require(function, AdversarialText.all());
    }

    /** Feeds these texts to a function. */
    public static void require(TextFunction function, Iterable<AdversarialText> texts) {
        new LinearTime(function).run(texts);
    }

    private void run(Iterable<AdversarialText> texts) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> failure.set(feed(texts)), "linear-time", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError(function.name() + " did not end within " + LIMIT + "; it is at " + current);
        }
        if (failure.get() != null) {
            throw new AssertionError(function.name() + ", fed " + current + ": " + failure.get(), failure.get());
        }
    }

    private @Nullable Throwable feed(Iterable<AdversarialText> texts) {
        try {
            for (AdversarialText text : texts) {
                // A text that is too dear is found while it is short.
                for (int length = FIRST_LENGTH; length < MAX_LENGTH; length *= 4) {
                    requireLinear(text, length);
                }
                requireLinear(text, MAX_LENGTH);
            }
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private void requireLinear(AdversarialText text, int length) throws Throwable {
        current = length + " characters of " + text;
        String whole = text.ofLength(length);
        long wholeCpu = cpu(whole);
        if (wholeCpu <= FLOOR_NANOS) {
            return;
        }
        String half = text.ofLength(length / 2);
        String quarter = text.ofLength(length / 4);
        long halfCpu = Long.MAX_VALUE;
        long quarterCpu = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            halfCpu = Math.min(halfCpu, cpu(half));
            if (wholeCpu <= MAX_RATIO * halfCpu) {
                return;
            }
            // One doubling may cost a cache or a larger array; two of them are judged together then.
            quarterCpu = Math.min(quarterCpu, cpu(quarter));
            if (wholeCpu <= MAX_RATIO * MAX_RATIO * quarterCpu) {
                return;
            }
            wholeCpu = Math.min(wholeCpu, cpu(whole));
        }
        throw new AssertionError("takes %d ms, %d ms for half of it and %d ms for a quarter"
                .formatted(wholeCpu / 1_000_000, halfCpu / 1_000_000, quarterCpu / 1_000_000));
    }

    private long cpu(String text) throws Throwable {
        long begin = THREADS.getCurrentThreadCpuTime();
        function.body().accept(text);
        return THREADS.getCurrentThreadCpuTime() - begin;
    }
}
