package org.courant.lab.faults.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.lab.faults.cluster.Cluster;
import org.courant.lab.faults.cluster.Role;
import org.courant.lab.faults.cluster.Waiting;
import org.courant.lab.faults.history.EventKind;

/** All processes, with a supervisor that starts again what has ended by itself. */
final class Fleet implements AutoCloseable {
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Member> spares = new LinkedHashMap<>();
    private final List<String> ends = new ArrayList<>();
    private final Journal journal;
    private final Background supervisor;

    private Fleet(Cluster cluster, Map<String, Disk> disks, Journal journal) {
        this.journal = journal;
        cluster.nodes().forEach(node -> members.put(node.name(), new Member(node, disks.get(node.name()))));
        cluster.spares().forEach(node -> spares.put(node.spec().role().word(), new Member(node, null)));
        members.values().forEach(Member::start);
        supervisor = Background.start("supervisor", this::supervise);
    }

    /** Takes over what the cluster has started. */
    static Fleet of(Cluster cluster, Map<String, Disk> disks, Journal journal) {
        return new Fleet(cluster, disks, journal);
    }

    Member member(String name) {
        Member member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(
                    "there is no process '%s'; there are %s".formatted(name, members.keySet()));
        }
        return member;
    }

    /** One more of a role, {@code enrich} for instance. */
    Member spare(String role) {
        Member member = spares.get(role);
        if (member == null) {
            throw new IllegalArgumentException("there is no spare '%s'".formatted(role));
        }
        return member;
    }

    List<Member> of(Role role) {
        return members.values().stream()
                .filter(member -> member.node().spec().role() == role)
                .toList();
    }

    /** Processes that should run and are not ready. */
    List<String> unready() {
        return members.values().stream()
                .filter(member -> member.isWanted() && !member.node().isReady())
                .map(member -> member.name() + " is not ready")
                .toList();
    }

    /** What ended by itself, and how. */
    synchronized List<String> ends() {
        return List.copyOf(ends);
    }

    @Override
    public void close() {
        supervisor.close();
    }

    private void supervise(Background.Running running) {
        while (running.isRunning()) {
            members.values().forEach(this::revive);
            spares.values().forEach(this::revive);
            Waiting.pause(Duration.ofSeconds(1));
        }
    }

    private void revive(Member member) {
        member.revive().ifPresent(code -> {
            journal.add(EventKind.START, member.name(), "it had ended by itself with " + code);
            synchronized (this) {
                ends.add(member.name() + " ended by itself with " + code);
            }
        });
    }
}
