package org.courant.lab.faults.planted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.courant.lab.faults.cluster.Role;
import org.courant.lab.faults.schedule.Fault;
import org.courant.lab.faults.schedule.PoisonKind;
import org.courant.lab.faults.schedule.Step;
import org.courant.lab.faults.world.UpstreamFault;

/**
 * The faults under which a bug shows.
 *
 * @param role whom they hit
 * @param times how often
 */
public record Provocation(Kind kind, Role role, int times) {
    private static final Duration BEGIN = Duration.ofSeconds(4);

    private static final List<PoisonKind> POISON =
            List.of(PoisonKind.GARBAGE, PoisonKind.UNKNOWN_SCHEMA, PoisonKind.TRUNCATED);

    /** What is done. */
    public enum Kind {
        /** Nothing but an answer of a source that comes late: it shows without faults. */
        NONE,
        /** SIGKILL between a write and its commit. */
        KILL,
        /** The same, and the local state is lost. */
        KILL_AND_LOSE_STATE,
        /** SIGSTOP for longer than a session. */
        PAUSE,
        /** Records that cannot be processed. */
        POISON
    }

    /**
     * The faults with their times.
     *
     * @param instances of each service, which are hit in turn
     */
    public List<Step> steps(int instances) {
        List<Step> steps = new ArrayList<>();
        Duration at = BEGIN;
        for (int time = 0; time < Math.max(times, 1); time++) {
            Fault fault = fault(time, role.word() + "-" + (time % (role == Role.BROKER ? 1 : instances) + 1));
            steps.add(new Step(at, fault));
            at = at.plus(fault.lasts()).plus(pause());
        }
        // Some more is published after the last one.
        steps.add(new Step(at, new Fault.Upstream(0, UpstreamFault.SLOW, Duration.ZERO)));
        return steps;
    }

    private Fault fault(int time, String target) {
        return switch (kind) {
            case NONE -> new Fault.Upstream(1, UpstreamFault.SLOW, Duration.ZERO);
            case KILL -> new Fault.Kill(target, Duration.ofMillis(500), false, true);
            case KILL_AND_LOSE_STATE -> new Fault.Kill(target, Duration.ofMillis(500), true, true);
            case PAUSE -> new Fault.Pause(target, Duration.ofSeconds(role == Role.BROKER ? 28 : 16));
            case POISON -> new Fault.Poison("source-items", POISON.get(time % POISON.size()), Duration.ZERO);
        };
    }

    private Duration pause() {
        return switch (kind) {
            case NONE -> Duration.ofSeconds(10);
            case KILL, KILL_AND_LOSE_STATE -> Duration.ofSeconds(9);
            case PAUSE -> Duration.ofSeconds(12);
            case POISON -> Duration.ofSeconds(2);
        };
    }
}
