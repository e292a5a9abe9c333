package org.courant.enrich.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Link;
import org.courant.schemas.identity.Identity;

/**
 * Joins components of shared identities into stories by the matches of their texts: single linkage, the surest match
 * first (Kruskal), except that two groups are left apart as soon as any component of the one may not stand beside any
 * of the other. So a round-up that quotes two papers joins the one that it quotes best and does not make one of the
 * two.
 *
 * <p>May not stand together: two between whose works a rule has a veto, and two that are papers, known by an arXiv id
 * or a DOI, of which no comparison says that they are the same.
 *
 * <p>The result is a function of the set of components and matches.
 */
final class Agglomeration {
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final Set<List<String>> matched = new HashSet<>();
    private final Set<List<String>> vetoed = new HashSet<>();
    private final Map<String, List<TextMatch>> tree = new HashMap<>();

    private Agglomeration(Collection<String> components) {
        components.forEach(component -> groups.put(component, new LinkedHashSet<>(Set.of(component))));
    }

    /** The assignment of each component. */
    static Map<String, Assignment> of(Collection<String> components, Collection<TextMatch> matches) {
        Agglomeration agglomeration = new Agglomeration(components);
        List<TextMatch> ordered =
                matches.stream().sorted(TextMatch.SUREST_FIRST).toList();
        ordered.forEach(agglomeration::know);
        ordered.forEach(agglomeration::join);
        return agglomeration.assignments();
    }

    private void know(TextMatch match) {
        Set<List<String>> known = match.apart() ? vetoed : matched;
        known.add(List.of(match.leftComponent(), match.rightComponent()));
        known.add(List.of(match.rightComponent(), match.leftComponent()));
    }

    private void join(TextMatch match) {
        Set<String> left = group(match.leftComponent());
        Set<String> right = group(match.rightComponent());
        if (match.apart() || left == right || !mayJoin(left, right)) {
            return;
        }
        left.addAll(right);
        right.forEach(component -> groups.put(component, left));
        tree.computeIfAbsent(match.leftComponent(), unseen -> new ArrayList<>()).add(match);
        tree.computeIfAbsent(match.rightComponent(), unseen -> new ArrayList<>())
                .add(match);
    }

    private Set<String> group(String component) {
        return Objects.requireNonNull(groups.get(component), component);
    }

    private boolean mayJoin(Set<String> left, Set<String> right) {
        return left.stream().allMatch(one -> right.stream().allMatch(other -> mayStandTogether(one, other)));
    }

    private boolean mayStandTogether(String one, String other) {
        List<String> pair = List.of(one, other);
        return !vetoed.contains(pair) && (matched.contains(pair) || !isPaper(one) || !isPaper(other));
    }

    private static boolean isPaper(String component) {
        return switch (identity(component).kind()) {
            case ARXIV, DOI -> true;
            case URL, FORUM, FEED -> false;
        };
    }

    private Map<String, Assignment> assignments() {
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (String component : groups.keySet()) {
            if (!assignments.containsKey(component)) {
                assign(strongest(group(component)), assignments);
            }
        }
        return assignments;
    }

    /** Assigns a group; each component by the match that leads towards the strongest one, that one by its surest. */
    private void assign(String root, Map<String, Assignment> assignments) {
        List<TextMatch> own = tree.getOrDefault(root, List.of());
        assignments.put(root, new Assignment(root, own.isEmpty() ? null : link(own.get(0), root), null));
        Deque<String> frontier = new ArrayDeque<>(List.of(root));
        while (!frontier.isEmpty()) {
            String near = frontier.remove();
            for (TextMatch match : tree.getOrDefault(near, List.of())) {
                String far = match.leftComponent().equals(near) ? match.rightComponent() : match.leftComponent();
                if (assignments.putIfAbsent(far, new Assignment(root, link(match, far), null)) == null) {
                    frontier.add(far);
                }
            }
        }
    }

    private static Link link(TextMatch match, String component) {
        String partner = match.leftComponent().equals(component) ? match.right() : match.left();
        return new Link(match.decision().getRule(), match.decision().getScore(), partner);
    }

    private static String strongest(Set<String> components) {
        return components.stream()
                .map(Agglomeration::identity)
                .min(Identity::compareTo)
                .orElseThrow()
                .toString();
    }

    private static Identity identity(String text) {
        return Identity.parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no identity"));
    }
}
