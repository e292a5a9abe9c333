package org.courant.enrich.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Link;
import org.courant.enrich.record.PairDecision;
import org.courant.enrich.store.StateStores;
import org.jspecify.annotations.Nullable;

/**
 * The graph of works in two layers. Shared identities are must-links: their components are kept up to date
 * incrementally. On these, {@link Agglomeration} decides anew for whatever a change can reach through matches of text.
 *
 * <p>Cost of a change: that of {@link Components}, and the number of components and matches that its text matches
 * reach. A tangle of more than {@value #MAX_COMPONENTS} components is taken for noise: matches of text count for
 * nothing in it, so that the quadratic part stays bounded.
 *
 * <p>Changes are gathered and {@link #settle} says what follows from all of them.
 */
public final class StoryGraph {
    static final int MAX_COMPONENTS = 200;

    private final IdentityGraph identities;
    private final Components components;
    private final TextMatches matches;
    private final KeyValueStore<String, Assignment> assignments;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private boolean moved;

    /** @param assignments assignment of a component, absent where it is the component's own and no match led to it */
    private StoryGraph(IdentityGraph identities, TextMatches matches, KeyValueStore<String, Assignment> assignments) {
        this.identities = identities;
        this.components = new Components(identities);
        this.matches = matches;
        this.assignments = assignments;
    }

    /** The graph in the stores of a task. */
    public static StoryGraph in(ProcessorContext<?, ?> context) {
        return new StoryGraph(
                new IdentityGraph(
                        context.getStateStore(StateStores.EDGES), context.getStateStore(StateStores.COMPONENTS)),
                new TextMatches(context.getStateStore(StateStores.MATCHES)),
                context.getStateStore(StateStores.ASSIGNMENTS));
    }

    /**
     * What follows from changes.
     *
     * @param works whose assignment may have changed
     * @param moved whether any of them is in another story now
     */
    public record Settled(Set<String> works, boolean moved) {}

    /** A work names an identity, or does so no more. */
    public void name(String work, String identity, boolean names) {
        String left = identities.label(work);
        String right = identities.label(identity);
        Collection<String> relabelled = names ? components.join(work, identity) : components.part(work, identity);
        for (String each : relabelled) {
            // All of them had one label before; after a join it is the one of the two that is no label any more.
            String before = identities.label(each).equals(left) ? right : left;
            touched.addAll(matches.move(each, before, identities.label(each)));
        }
        touched.addAll(relabelled);
        moved |= !relabelled.isEmpty();
        changed.addAll(List.of(left, right, identities.label(work), identities.label(identity)));
    }

    /** The texts that stand for two works were compared; null takes back what was decided. */
    public void compare(String left, String right, @Nullable PairDecision decision) {
        matches.put(identities.label(left), left, right, decision);
        matches.put(identities.label(right), right, left, decision);
        touched.addAll(List.of(left, right));
        changed.addAll(List.of(identities.label(left), identities.label(right)));
    }

    /** Decides anew what the changes since the last time can reach. */
    public Settled settle() {
        Collection<String> decided = decide(changed);
        Set<String> works = new LinkedHashSet<>(touched);
        works.addAll(decided);
        Settled settled = new Settled(works, moved || !decided.isEmpty());
        changed.clear();
        touched.clear();
        moved = false;
        return settled;
    }

    /** Decides anew what the given components can reach; returns the identities of those that move. */
    private Collection<String> decide(Set<String> affected) {
        Set<String> done = new LinkedHashSet<>();
        List<String> reassigned = new ArrayList<>();
        for (String component : affected) {
            if (!identities.label(component).equals(component)) {
                assignments.delete(component);
            } else if (!done.contains(component)) {
                List<TextMatch> found = new ArrayList<>();
                Set<String> reached = reach(component, found);
                done.addAll(reached);
                agglomerate(reached, found).forEach((each, assignment) -> {
                    if (assign(each, assignment)) {
                        reassigned.addAll(components.of(each));
                    }
                });
            }
        }
        return reassigned;
    }

    private Set<String> reach(String start, List<TextMatch> found) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> frontier = new ArrayDeque<>(reached);
        while (!frontier.isEmpty()) {
            String component = frontier.remove();
            for (TextMatches.Entry entry : matches.entries(component)) {
                String other = identities.label(entry.other());
                if (!other.equals(component)) {
                    found.add(new TextMatch(entry.work(), component, entry.other(), other, entry.decision()));
                    if (!entry.decision().getApart() && reached.add(other)) {
                        frontier.add(other);
                    }
                }
            }
        }
        return reached;
    }

    private static Map<String, Assignment> agglomerate(Set<String> reached, List<TextMatch> found) {
        boolean tangled = reached.size() > MAX_COMPONENTS;
        return Agglomeration.of(
                reached,
                tangled
                        ? List.of()
                        : found.stream()
                                .filter(match -> reached.contains(match.rightComponent()))
                                .toList());
    }

    private boolean assign(String component, Assignment assignment) {
        boolean own = assignment.getStoryId().equals(component) && assignment.getLink() == null;
        @Nullable Assignment before = assignments.get(component);
        @Nullable Assignment after = own ? null : assignment;
        if (Objects.equals(before, after)) {
            return false;
        }
        assignments.put(component, after);
        return true;
    }

    /** The story that a work belongs to. */
    public Assignment assignment(String work) {
        String component = identities.label(work);
        @Nullable Assignment assigned = assignments.get(component);
        @Nullable Link despite = matches.entries(component, work).stream()
                .filter(entry -> entry.decision().getApart())
                .filter(entry -> identities.label(entry.other()).equals(component))
                .map(entry ->
                        new Link(entry.decision().getRule(), entry.decision().getScore(), entry.other()))
                .min(Comparator.comparing(Link::getPartner))
                .orElse(null);
        return assigned == null
                ? new Assignment(component, null, despite)
                : new Assignment(assigned.getStoryId(), assigned.getLink(), despite);
    }
}
