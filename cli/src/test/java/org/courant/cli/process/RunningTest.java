package org.courant.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunningTest {
    @Test
    @Timeout(60)
    void partsThatDoNotNeedEachOtherAreClosedAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger met = new AtomicInteger();
        AutoCloseable part = () -> {
            both.await(30, TimeUnit.SECONDS);
            met.incrementAndGet();
        };
        Running running = new Running();
        running.addAll(List.of(part, part));
        running.close();
        assertThat(met).hasValue(2);
    }

    @Test
    void whatWasStartedFirstIsClosedLastWhateverGoesWrongBefore() {
        List<String> closed = Collections.synchronizedList(new ArrayList<>());
        Running running = new Running();
        running.add(() -> closed.add("broker"));
        running.addAll(List.of(
                () -> {
                    throw new IllegalStateException("cannot close");
                },
                () -> closed.add("publish")));
        running.close();
        assertThat(closed).containsExactly("publish", "broker");
    }
}
