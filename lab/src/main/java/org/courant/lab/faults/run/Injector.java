package org.courant.lab.faults.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.proxy.ProxyMode;
import org.courant.lab.faults.proxy.TcpProxy;
import org.courant.lab.faults.schedule.Fault;
import org.courant.lab.faults.schedule.Step;
import org.courant.lab.faults.world.FeedWorld;

/** Does what a schedule says when it says so, and undoes it after its time. */
final class Injector implements AutoCloseable {
    private static final Duration AWAIT_WRITE = Duration.ofSeconds(3);
    private static final int SECONDS_TO_STOP = 20;

    private final Targets targets;
    private final Journal journal;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final List<Future<?>> done = new ArrayList<>();

    /** What faults are done to. */
    record Targets(
            Fleet fleet,
            List<TcpProxy> proxies,
            UncommittedTail tail,
            FeedWorld world,
            PoisonWriter poison,
            String prefix) {}

    Injector(Targets targets, Journal journal) {
        this.targets = targets;
        this.journal = journal;
    }

    /** Begins now; returns at once. */
    void begin(List<Step> steps) {
        for (Step step : steps) {
            later(step.at(), () -> inject(step.fault()));
        }
    }

    /** Waits until every fault has been undone. */
    void await() {
        for (int next = 0; next < size(); next++) {
            try {
                get(next).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a fault could not be done: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while faults were done", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private synchronized int size() {
        return done.size();
    }

    private synchronized Future<?> get(int index) {
        return done.get(index);
    }

    private synchronized void later(Duration after, Runnable action) {
        done.add(threads.schedule(action, after.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void inject(Fault fault) {
        if (fault instanceof Fault.Kill kill) {
            kill(kill);
        } else if (fault instanceof Fault.Pause pause) {
            Member member = targets.fleet().member(pause.target());
            journal.add(EventKind.PAUSE, pause.target(), "for " + pause.lasts());
            member.node().pause();
            later(pause.lasts(), () -> resume(member));
        } else if (fault instanceof Fault.Network network) {
            network(network);
        } else if (fault instanceof Fault.Upstream upstream) {
            targets.world().fault(upstream.feed(), upstream.kind());
            journal.add(
                    EventKind.UPSTREAM,
                    "feed-" + upstream.feed(),
                    upstream.kind().name());
        } else if (fault instanceof Fault.Poison poison) {
            targets.poison().write(targets.prefix() + poison.topic(), poison.kind());
        } else if (fault instanceof Fault.ScaleDown down) {
            Member member = targets.fleet().member(down.target());
            journal.add(EventKind.SCALE_DOWN, down.target(), "for " + down.lasts());
            stop(member);
            later(down.lasts(), () -> start(member, "scaled up again"));
        } else if (fault instanceof Fault.ScaleUp up) {
            Member member = targets.fleet().spare(up.target());
            journal.add(EventKind.SCALE_UP, member.name(), "for " + up.lasts());
            member.start();
            later(up.lasts(), () -> {
                journal.add(EventKind.SCALE_DOWN, member.name(), "as many as before");
                stop(member);
            });
        } else if (fault instanceof Fault.FullDisk full) {
            Member member = targets.fleet().member(full.target());
            member.disk().ifPresent(disk -> {
                disk.fill();
                journal.add(EventKind.FILL_DISK, full.target(), "for " + full.lasts());
                later(full.lasts(), () -> {
                    disk.free();
                    journal.add(EventKind.FREE_DISK, full.target(), "");
                });
            });
        } else if (fault instanceof Fault.Clock clock) {
            clock(clock);
        }
    }

    private void kill(Fault.Kill kill) {
        Member member = targets.fleet().member(kill.target());
        boolean inTransaction = kill.inTransaction()
                && member.node().spec().role().isService()
                && targets.tail().awaitWrite(member.node().spec().role(), AWAIT_WRITE);
        member.expectEnd();
        journal.add(EventKind.KILL, kill.target(), inTransaction ? "after a write that is not committed" : "");
        member.node().kill();
        if (kill.losesState() && member.node().spec().state() != null) {
            member.node().loseState();
            journal.add(EventKind.LOSE_STATE, kill.target(), "");
        }
        later(kill.lasts(), () -> start(member, "after the kill"));
    }

    private void resume(Member member) {
        member.node().resume();
        journal.add(EventKind.RESUME, member.name(), "");
    }

    private void network(Fault.Network network) {
        TcpProxy proxy = targets.proxies().get(network.broker());
        proxy.mode(network.mode());
        EventKind kind = switch (network.mode()) {
            case CUT -> EventKind.CUT;
            case DELAY -> EventKind.DELAY;
            case DROP_REQUESTS, DROP_ANSWERS -> EventKind.HALF_OPEN;
            case FORWARD -> EventKind.HEAL;
        };
        String target = "proxy-" + (network.broker() + 1);
        journal.add(kind, target, network.mode() + " for " + network.lasts());
        later(network.lasts(), () -> {
            proxy.mode(ProxyMode.FORWARD);
            journal.add(EventKind.HEAL, target, "");
        });
    }

    private void clock(Fault.Clock clock) {
        Member member = targets.fleet().member(clock.target());
        journal.add(EventKind.CLOCK, clock.target(), "off by %s for %s".formatted(clock.offset(), clock.lasts()));
        stop(member);
        member.node().environment(Clocks.off(clock.offset()));
        member.start();
        later(clock.lasts(), () -> {
            stop(member);
            member.node().environment(Map.of());
            start(member, "under the true clock");
        });
    }

    private void stop(Member member) {
        member.expectEnd();
        if (!member.node().terminate(SECONDS_TO_STOP)) {
            journal.add(EventKind.KILL, member.name(), "did not end within %d s of SIGTERM".formatted(SECONDS_TO_STOP));
        }
    }

    private void start(Member member, String why) {
        member.start();
        journal.add(EventKind.START, member.name(), why);
    }
}
