package org.courant.lab.faults.run;

import java.util.Optional;
import org.courant.lab.faults.cluster.Node;
import org.jspecify.annotations.Nullable;

/** A process and whether it is meant to run. */
final class Member {
    private final Node node;
    private final @Nullable Disk disk;
    private boolean wanted;

    Member(Node node, @Nullable Disk disk) {
        this.node = node;
        this.disk = disk;
    }

    String name() {
        return node.name();
    }

    Node node() {
        return node;
    }

    /** The disk that its data is on, where it is one that can be filled. */
    Optional<Disk> disk() {
        return Optional.ofNullable(disk);
    }

    synchronized void start() {
        wanted = true;
        node.start();
    }

    synchronized boolean isWanted() {
        return wanted;
    }

    /** From now on nobody starts it because it has ended. */
    synchronized void expectEnd() {
        wanted = false;
    }

    /** Starts it where it should run and has ended by itself, as a supervisor does; the code with which it ended. */
    synchronized Optional<Integer> revive() {
        if (!wanted || node.isAlive()) {
            return Optional.empty();
        }
        Optional<Integer> code =
                node.exitCode().isPresent() ? Optional.of(node.exitCode().getAsInt()) : Optional.empty();
        node.start();
        return code;
    }
}
