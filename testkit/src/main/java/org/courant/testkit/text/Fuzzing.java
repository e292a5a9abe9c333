package org.courant.testkit.text;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Feeds functions with {@link MutatedTexts} on a stack of 256 KiB and requires that none throws and that each text
 * takes at most a second of CPU.
 *
 * <p>{@code -Dcourant.fuzz.texts} says how many texts (300 if absent), {@code -Dcourant.fuzz.seed} which: absent, it is
 * fixed for 300 texts and fresh for any other number. What it was is printed, and named by a failure.
 */
public final class Fuzzing {
    private static final int FEW = 300;
    private static final int STACK_BYTES = 256 * 1024;
    private static final long MAX_NANOS = Duration.ofSeconds(1).toNanos();

    private Fuzzing() {}

    /**
     * Feeds each text to one of the functions in turn.
     *
     * @param samples what the texts are made of
     * @return how many texts were fed
     */
    public static int require(List<TextFunction> functions, List<String> samples) {
        int texts = Integer.getInteger("courant.fuzz.texts", FEW);
        long seed = Long.getLong("courant.fuzz.seed", texts == FEW ? 1 : System.nanoTime());
        String again = "-Dcourant.fuzz.texts=" + texts + " -Dcourant.fuzz.seed=" + seed;
        System.out.println("fuzzing: " + again);
        AtomicReference<@Nullable AssertionError> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        feed(functions, new MutatedTexts(seed, samples), texts);
                    } catch (AssertionError failed) {
                        failure.set(
                                new AssertionError("with " + again + ": " + failed.getMessage(), failed.getCause()));
                    }
                },
                "fuzzing",
                STACK_BYTES);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fuzzing", interrupted);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return texts;
    }

    private static void feed(List<TextFunction> functions, MutatedTexts texts, int count) {
        for (int i = 0; i < count; i++) {
            String text = texts.next();
            TextFunction function = functions.get(i % functions.size());
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try {
                function.body().accept(text);
            } catch (Throwable thrown) {
                throw new AssertionError("text " + i + ", fed to " + function.name() + ": '" + text + "'", thrown);
            }
            long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
            if (taken > MAX_NANOS) {
                throw new AssertionError(
                        "text " + i + " takes " + function.name() + " " + taken / 1_000_000 + " ms: '" + text + "'");
            }
        }
    }
}
