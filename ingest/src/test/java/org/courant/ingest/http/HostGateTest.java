package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HostGateTest {
    private static final Instant START = Instant.parse("2025-10-03T12:00:00Z");
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), Map.of("arxiv.org", Duration.ofSeconds(3)));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Duration> waits = new ArrayList<>();
    private final HostGate gate = new HostGate(PACE, now::get, this::pause);

    @Test
    void theFirstRequestOfAGroupDoesNotWait() throws InterruptedException {
        request("arxiv.org", Duration.ZERO);
        request("example.org", Duration.ZERO);
        assertThat(waits).isEmpty();
    }

    @Test
    void theNextRequestWaitsTheGroupsIntervalFromTheEndOfTheLast() throws InterruptedException {
        request("arxiv.org", Duration.ofSeconds(10));
        request("arxiv.org", Duration.ZERO);
        request("example.org", Duration.ZERO);
        request("example.org", Duration.ZERO);
        assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @Test
    void timeThatHasPassedCounts() throws InterruptedException {
        request("arxiv.org", Duration.ZERO);
        now.updateAndGet(instant -> instant.plusSeconds(2));
        request("arxiv.org", Duration.ZERO);
        now.updateAndGet(instant -> instant.plusSeconds(60));
        request("arxiv.org", Duration.ZERO);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aClockThatIsPutBackDelaysByTheIntervalAtMost() throws InterruptedException {
        request("arxiv.org", Duration.ZERO);
        now.set(START.minusSeconds(86_400));
        request("arxiv.org", Duration.ZERO);
        assertThat(waits).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void requestsThatAnotherProcessMadeCount() throws InterruptedException {
        gate.remember("arxiv.org", START.minusSeconds(1));
        gate.remember("arxiv.org", START.minusSeconds(20));
        request("arxiv.org", Duration.ZERO);
        assertThat(waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void twoThreadsNeverAskOneGroupAtOnce() throws Exception {
        AtomicInteger asking = new AtomicInteger();
        HostGate real = new HostGate(new Pace(Duration.ZERO, Map.of()), now::get, HostGate.Pause.SLEEP);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                requests.add(() -> {
                    HostGate.Turn turn = real.enter("group");
                    int together = asking.incrementAndGet();
                    Thread.onSpinWait();
                    asking.decrementAndGet();
                    turn.end();
                    return together;
                });
            }
            for (Future<Integer> together : threads.invokeAll(requests, 60, TimeUnit.SECONDS)) {
                assertThat(together.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptedWaitLetsTheNextRequestThrough() throws InterruptedException {
        HostGate interrupted = new HostGate(PACE, now::get, duration -> {
            throw new InterruptedException();
        });
        interrupted.enter("arxiv.org").end();
        assertThatThrownBy(() -> interrupted.enter("arxiv.org")).isInstanceOf(InterruptedException.class);
        now.updateAndGet(instant -> instant.plusSeconds(3));
        interrupted.enter("arxiv.org").end();
    }

    private void request(String group, Duration duration) throws InterruptedException {
        HostGate.Turn turn = gate.enter(group);
        now.updateAndGet(instant -> instant.plus(duration));
        turn.end();
    }

    private void pause(Duration duration) {
        waits.add(duration);
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
