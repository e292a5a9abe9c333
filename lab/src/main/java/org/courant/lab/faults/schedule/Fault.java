package org.courant.lab.faults.schedule;

import java.time.Duration;
import org.courant.lab.faults.proxy.ProxyMode;
import org.courant.lab.faults.world.UpstreamFault;

/** Something to be done to the system; it undoes itself after its time. */
public sealed interface Fault {
    /** How long until it is undone. */
    Duration lasts();

    /**
     * SIGKILL, and a start after a while.
     *
     * @param losesState whether its local state is deleted before the start
     * @param inTransaction whether to wait, for a bounded time, until it has written something that is not committed
     */
    record Kill(String target, Duration lasts, boolean losesState, boolean inTransaction) implements Fault {}

    /** SIGSTOP, and SIGCONT after a while. */
    record Pause(String target, Duration lasts) implements Fault {}

    /** A proxy fails. */
    record Network(int broker, ProxyMode mode, Duration lasts) implements Fault {}

    /** The next answer of a feed is wrong. */
    record Upstream(int feed, UpstreamFault kind, Duration lasts) implements Fault {}

    /** A record that cannot be processed. */
    record Poison(String topic, PoisonKind kind, Duration lasts) implements Fault {}

    /** SIGTERM, and a start after a while. */
    record ScaleDown(String target, Duration lasts) implements Fault {}

    /** One process more for a while. */
    record ScaleUp(String target, Duration lasts) implements Fault {}

    /** The disk of a process has no room for a while. */
    record FullDisk(String target, Duration lasts) implements Fault {}

    /** A restart under a clock that is off by some time, and another under the true one after a while. */
    record Clock(String target, Duration offset, Duration lasts) implements Fault {}
}
