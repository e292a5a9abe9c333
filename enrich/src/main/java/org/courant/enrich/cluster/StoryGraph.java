package org.courant.enrich.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Bond;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Link;
import org.courant.enrich.record.Match;
import org.jspecify.annotations.Nullable;

/**
 * The graph of works in two layers. Shared identities force works together: their components are kept up to date
 * incrementally. On these, {@link Agglomeration} decides anew for whatever a change can reach through matches of text.
 *
 * <p>Cost of a change: that of {@link Components}, and the number of components and matches that its text matches
 * reach. A tangle of more than {@value #MOST_COMPONENTS} components is taken for noise: matches of text count for
 * nothing in it, so that the quadratic part stays bounded.
 */
final class StoryGraph {
    static final int MOST_COMPONENTS = 200;

    private final IdentityGraph identities;
    private final Components components;
    private final TextMatches matches;
    private final KeyValueStore<String, Label> assignments;

    /** @param assignments label of a component, absent where it is the component's own and no match led to it */
    StoryGraph(IdentityGraph identities, TextMatches matches, KeyValueStore<String, Label> assignments) {
        this.identities = identities;
        this.components = new Components(identities);
        this.matches = matches;
        this.assignments = assignments;
    }

    /**
     * What follows from a change.
     *
     * @param labels identities that have to be told, with what
     * @param moved whether any of them is in another story now
     */
    record Told(Map<String, Label> labels, boolean moved) {}

    /** Takes in what a rule says. */
    Told change(Match match) {
        Set<String> affected = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        affected.add(identities.label(match.getLeft()));
        affected.add(identities.label(match.getRight()));
        if (match.getOrigin().equals(Rule.IDENTITY)) {
            told.addAll(changeIdentities(match));
            affected.add(identities.label(match.getLeft()));
            affected.add(identities.label(match.getRight()));
        } else {
            changeTexts(match);
            told.addAll(List.of(match.getLeft(), match.getRight()));
        }
        boolean moved = match.getOrigin().equals(Rule.IDENTITY) && !told.isEmpty();
        Collection<String> decided = decide(affected);
        told.addAll(decided);
        Map<String, Label> labels = new LinkedHashMap<>();
        told.forEach(identity -> labels.put(identity, label(identity)));
        return new Told(labels, moved || !decided.isEmpty());
    }

    private Collection<String> changeIdentities(Match match) {
        String left = identities.label(match.getLeft());
        String right = identities.label(match.getRight());
        Collection<String> relabelled = match.getBond() == null
                ? components.part(match.getLeft(), match.getRight(), match.getOrigin())
                : components.join(match.getLeft(), match.getRight(), match.getOrigin());
        List<String> told = new ArrayList<>(relabelled);
        for (String identity : relabelled) {
            // All of them had one label before; after a join it is the one of the two that is no label any more.
            String before = identities.label(identity).equals(left) ? right : left;
            told.addAll(matches.move(identity, before, identities.label(identity)));
        }
        return told;
    }

    private void changeTexts(Match match) {
        String left = match.getLeft();
        String right = match.getRight();
        Bond bond = match.getBond();
        matches.put(identities.label(left), left, right, match.getOrigin(), bond);
        matches.put(identities.label(right), right, left, match.getOrigin(), bond);
    }

    /** Decides anew what the given components can reach; returns the identities of those whose label has changed. */
    private Collection<String> decide(Set<String> affected) {
        Set<String> done = new LinkedHashSet<>();
        List<String> changed = new ArrayList<>();
        for (String component : affected) {
            if (!identities.label(component).equals(component)) {
                assignments.delete(component);
            } else if (!done.contains(component)) {
                List<TextMatch> found = new ArrayList<>();
                Set<String> reached = reach(component, found);
                done.addAll(reached);
                agglomerate(reached, found).forEach((each, label) -> {
                    if (assign(each, label)) {
                        changed.addAll(components.of(each));
                    }
                });
            }
        }
        return changed;
    }

    private Set<String> reach(String start, List<TextMatch> found) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> frontier = new ArrayDeque<>(reached);
        while (!frontier.isEmpty()) {
            String component = frontier.remove();
            for (TextMatches.Entry entry : matches.entries(component)) {
                String other = identities.label(entry.other());
                if (!other.equals(component)) {
                    found.add(new TextMatch(entry.work(), component, entry.other(), other, entry.bond()));
                    if (!entry.bond().getApart() && reached.add(other)) {
                        frontier.add(other);
                    }
                }
            }
        }
        return reached;
    }

    private static Map<String, Label> agglomerate(Set<String> reached, List<TextMatch> found) {
        boolean tangled = reached.size() > MOST_COMPONENTS;
        return Agglomeration.of(
                reached,
                tangled
                        ? List.of()
                        : found.stream()
                                .filter(match -> reached.contains(match.rightComponent()))
                                .toList());
    }

    private boolean assign(String component, Label label) {
        boolean own = label.getStoryId().equals(component) && label.getLink() == null;
        @Nullable Label before = assignments.get(component);
        @Nullable Label after = own ? null : label;
        if (before == null ? after == null : before.equals(after)) {
            return false;
        }
        assignments.put(component, after);
        return true;
    }

    private Label label(String identity) {
        String component = identities.label(identity);
        @Nullable Label assigned = assignments.get(component);
        Link despite = matches.entries(component, identity).stream()
                .filter(entry -> entry.bond().getApart())
                .filter(entry -> identities.label(entry.other()).equals(component))
                .map(entry -> new Link(entry.bond().getRule(), entry.bond().getScore(), entry.other()))
                .min((one, other) -> one.getPartner().compareTo(other.getPartner()))
                .orElse(null);
        return assigned == null
                ? new Label(component, null, despite)
                : new Label(assigned.getStoryId(), assigned.getLink(), despite);
    }
}
