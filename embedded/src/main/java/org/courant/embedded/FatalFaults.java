package org.courant.embedded;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;

/**
 * Kafka ends the JVM when a server cannot start. While this is open it only notes the wish, so that the exception which
 * Kafka throws next reaches the caller, who can say what is wrong. After that a fault (a disk that fails) ends the JVM,
 * as with any Kafka broker.
 */
final class FatalFaults implements AutoCloseable {
    private final AtomicBoolean seen;

    private FatalFaults(AtomicBoolean seen) {
        this.seen = seen;
    }

    static FatalFaults intercepted() {
        AtomicBoolean seen = new AtomicBoolean();
        Exit.setExitProcedure((code, message) -> seen.set(true));
        Exit.setHaltProcedure((code, message) -> seen.set(true));
        return new FatalFaults(seen);
    }

    /** @throws IllegalStateException where Kafka wanted to end the JVM and yet threw nothing */
    void requireNone() {
        if (seen.get()) {
            throw new IllegalStateException("Kafka met a fatal fault while it started");
        }
    }

    @Override
    public void close() {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }
}
