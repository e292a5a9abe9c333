package org.courant.enrich.cluster;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.courant.schemas.identity.Identity;

/**
 * Keeps every identity labelled with the strongest one of its component, by {@link Identity}'s own order: strength of
 * the kind, then characters. That order is total, so it needs no "earliest" to break ties.
 *
 * <p>The label has items of its own: it is the smallest identity that any matched item names, and an item's smallest is
 * the one that it is filed under.
 *
 * <p>Cost of a change, in identities visited: a new edge visits the component whose label gives way; an edge that goes
 * visits both sides alternately until they meet or the smaller one ends, and the side that loses its label. Nothing
 * recurses.
 */
final class Components {
    private static final Comparator<String> STRONGEST_FIRST = Comparator.comparing(text ->
            Identity.parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no identity")));

    private final IdentityGraph graph;

    Components(IdentityGraph graph) {
        this.graph = graph;
    }

    /** Adds an edge; returns the identities whose label has changed. */
    Collection<String> join(String left, String right) {
        String one = graph.label(left);
        String other = graph.label(right);
        Collection<String> relabelled = List.of();
        if (!one.equals(other)) {
            boolean leftStays = STRONGEST_FIRST.compare(one, other) < 0;
            relabelled = component(leftStays ? right : left);
            label(relabelled, leftStays ? one : other);
        }
        graph.add(left, right);
        return relabelled;
    }

    /** Removes an edge; returns the identities whose label has changed. */
    Collection<String> part(String left, String right) {
        if (!graph.remove(left, right)) {
            return List.of();
        }
        Optional<Set<String>> cutOff = smallerSide(left, right);
        if (cutOff.isEmpty()) {
            return List.of();
        }
        boolean leftIsCutOff = cutOff.get().contains(left);
        Collection<String> relabelled =
                cutOff.get().contains(graph.label(left)) ? component(leftIsCutOff ? right : left) : cutOff.get();
        label(relabelled, relabelled.stream().min(STRONGEST_FIRST).orElseThrow());
        return relabelled;
    }

    /** The identities of the component of one of them. */
    Set<String> of(String identity) {
        return component(identity);
    }

    private void label(Collection<String> identities, String label) {
        identities.forEach(identity -> graph.setLabel(identity, label));
    }

    private Set<String> component(String start) {
        Search search = new Search(start);
        while (search.canAdvance()) {
            search.advance();
        }
        return search.seen;
    }

    /** The side that is found to end first; empty if the two are still connected. */
    private Optional<Set<String>> smallerSide(String left, String right) {
        Search one = new Search(left);
        Search other = new Search(right);
        while (one.canAdvance() && other.canAdvance()) {
            if (one.advance().stream().anyMatch(other.seen::contains)
                    || other.advance().stream().anyMatch(one.seen::contains)) {
                return Optional.empty();
            }
        }
        return Optional.of(one.canAdvance() ? other.seen : one.seen);
    }

    /** A breadth-first search that can be taken step by step. */
    private final class Search {
        private final Set<String> seen = new LinkedHashSet<>();
        private final Deque<String> frontier = new ArrayDeque<>();

        Search(String start) {
            seen.add(start);
            frontier.add(start);
        }

        boolean canAdvance() {
            return !frontier.isEmpty();
        }

        /** Visits one identity; returns its neighbours. */
        Collection<String> advance() {
            Collection<String> neighbours = graph.neighbours(frontier.remove());
            neighbours.stream().filter(seen::add).forEach(frontier::add);
            return neighbours;
        }
    }
}
