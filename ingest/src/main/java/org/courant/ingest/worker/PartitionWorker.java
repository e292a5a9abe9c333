package org.courant.ingest.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.WakeupException;
import org.courant.service.FatalError;
import org.courant.service.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Polls the sources of one partition in a thread of its own. After a failure it begins anew, with a pause that grows;
 * once another worker has taken over it ends for good, as it does when the JVM is broken.
 */
final class PartitionWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final WorkerParts parts;
    private final int partition;
    private final PollGuard guard;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable PollLoop life;
    private volatile Condition condition = new Condition(Phase.STARTING, "takes over");

    /** Where a worker stands. */
    enum Phase {
        STARTING,
        WORKING,
        FAILING,
        FENCED,
        ENDED
    }

    /** @param detail one sentence for a person */
    record Condition(Phase phase, String detail) {}

    PartitionWorker(WorkerParts parts, int partition) {
        this.parts = parts;
        this.partition = partition;
        String name = "courant-ingest-" + partition;
        this.guard = new PollGuard(parts.settings().pollTimeout(), name);
        this.thread = new Thread(this::work, name);
        // One that cannot be ended must not keep the process from ending.
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Condition condition() {
        return condition;
    }

    /** Asks it to stop once the poll that is under way has ended. */
    void stop() {
        stop.countDown();
        PollLoop current = life;
        if (current != null) {
            current.wakeup();
        }
    }

    /** Asks it to stop now and to give up the poll that is under way. */
    void abandon() {
        stop();
        guard.abandon();
    }

    /** Waits for its end; false if that has not come in time. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
        return !thread.isAlive();
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        try (guard) {
            while (!isStopping()) {
                if (live()) {
                    pause = FIRST_PAUSE;
                }
                if (isOver() || stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("partition {} of the sources: interrupted", partition, interrupted);
        } finally {
            if (!isOver()) {
                condition = new Condition(Phase.ENDED, "ended");
            }
        }
    }

    /** One life, from taking over to its end; tells whether it got as far as working. */
    private boolean live() {
        boolean worked = false;
        try (PollLoop loop = new PollLoop(parts, partition, guard, this::isStopping)) {
            life = loop;
            loop.open();
            worked = true;
            condition = new Condition(Phase.WORKING, "polls " + loop.sources() + " sources");
            LOG.info("partition {} of the sources: {}", partition, condition.detail());
            loop.run();
        } catch (WakeupException | InterruptedException told) {
            LOG.debug("partition {} of the sources: told to stop", partition, told);
        } catch (Throwable failed) {
            condition = failure(failed);
        } finally {
            life = null;
        }
        return worked;
    }

    private Condition failure(Throwable failed) {
        if (FatalError.isFatal(failed)) {
            LOG.error("partition {} of the sources: nobody polls it any more; restart ingest", partition, failed);
            return new Condition(Phase.ENDED, "its worker has ended: " + failed + "; restart ingest");
        }
        if (isFence(failed)) {
            LOG.warn("partition {} of the sources: another worker has taken over", partition);
            return new Condition(Phase.FENCED, "another worker has taken over");
        }
        LOG.atLevel(parts.reported().test(failed) ? Level.DEBUG : Level.WARN)
                .setCause(failed)
                .log("partition {} of the sources: {}; begins anew", partition, failed.toString());
        return new Condition(Phase.FAILING, failed.toString());
    }

    /** Whether it has ended for good. */
    private boolean isOver() {
        return condition.phase() == Phase.FENCED || condition.phase() == Phase.ENDED;
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private static boolean isFence(Throwable failure) {
        return Fault.causesOf(failure)
                .anyMatch(cause ->
                        cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException);
    }
}
