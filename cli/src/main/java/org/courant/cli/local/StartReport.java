package org.courant.cli.local;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.courant.cli.Console;

/** Tells a person how a start gets on: a line for every step, with the time that it took. */
public final class StartReport {
    private final Console console;
    private final long begin = System.nanoTime();

    public StartReport(Console console) {
        this.console = console;
    }

    /**
     * Does a step and reports it.
     *
     * @param step names what is started
     * @param detail what is worth telling about the result
     */
    <T> T step(String step, Supplier<T> work, Function<T, String> detail) {
        long start = System.nanoTime();
        T result = work.get();
        line(step, Duration.ofNanos(System.nanoTime() - start), detail.apply(result));
        return result;
    }

    /** Time since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** A line of its own. */
    public void line(String what, Duration took, String detail) {
        console.err()
                .println(String.format(Locale.ROOT, "  %-28s %5.1f s   %s", what, took.toMillis() / 1000.0, detail)
                        .stripTrailing());
    }
}
