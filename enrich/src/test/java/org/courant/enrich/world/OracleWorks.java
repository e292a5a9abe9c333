package org.courant.enrich.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.pair.MatchLimits;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Profile;
import org.courant.schemas.identity.Identity;

/**
 * Works and what comparing every two of them says.
 *
 * @param matches what makes two works one story, the surest first
 * @param vetoes what must not be one
 */
public record OracleWorks(List<Pair> matches, List<Pair> vetoes) {
    private static final long DAY = 86_400_000;
    private static final int PERIOD = 30;

    /** Two works and how sure it is that they are the same, or 1 and the rule that says that they are not. */
    public record Pair(String left, String right, String rule, double score) {}

    private record Work(Profile profile, Set<Long> keys, long first, long last, long seen) {
        static Work of(Collection<Held> items) {
            Profile profile = TestMethods.standard()
                    .profiles()
                    .of(items.stream().min(Precedence.BEST_FIRST).orElseThrow().getDelivery());
            return new Work(
                    profile,
                    Arrays.stream(BlockKeys.of(profile)).boxed().collect(Collectors.toSet()),
                    items.stream().mapToLong(Precedence::eventTime).min().orElseThrow() / DAY,
                    items.stream().mapToLong(Precedence::eventTime).max().orElseThrow() / DAY,
                    items.stream()
                                    .mapToLong(item -> item.getDelivery().getTimestamp())
                                    .max()
                                    .orElseThrow()
                            / DAY);
        }

        boolean admits(Work other, MatchLimits limits) {
            return Math.max(first, other.first) - Math.min(last, other.last) <= limits.windowDays()
                    && Math.abs(seen - other.seen) <= limits.windowDays() + limits.graceDays();
        }

        String period(long key) {
            return key + "@" + seen / PERIOD;
        }
    }

    static OracleWorks of(Collection<OracleItem> items, MatchLimits limits) {
        List<Work> works = items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.names().get(0),
                        TreeMap::new,
                        Collectors.mapping(OracleItem::held, Collectors.toList())))
                .values()
                .stream()
                .map(Work::of)
                .toList();
        Map<String, Integer> crowds = new HashMap<>();
        works.forEach(work -> work.keys().forEach(key -> crowds.merge(work.period(key), 1, Integer::sum)));
        OracleWorks found = new OracleWorks(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < works.size(); i++) {
            for (int j = i + 1; j < works.size(); j++) {
                found.compare(works.get(i), works.get(j), limits, crowds);
            }
        }
        found.matches.sort(Comparator.<Pair>comparingDouble(pair -> -pair.score())
                .thenComparing(Pair::left)
                .thenComparing(Pair::right));
        return found;
    }

    private void compare(Work left, Work right, MatchLimits limits, Map<String, Integer> crowds) {
        boolean meet = left.keys().stream()
                .filter(right.keys()::contains)
                .anyMatch(key -> crowds.getOrDefault(left.period(key), 0) <= limits.mostInBlock()
                        && crowds.getOrDefault(right.period(key), 0) <= limits.mostInBlock());
        if (!meet || !left.admits(right, limits)) {
            return;
        }
        String one = left.profile().getIdentity();
        String other = right.profile().getIdentity();
        Comparison comparison = TestMethods.standard().rules().compare(left.profile(), right.profile());
        if (comparison instanceof Comparison.Match match) {
            matches.add(new Pair(one, other, match.rule(), match.score()));
        } else if (comparison instanceof Comparison.Veto veto) {
            vetoes.add(new Pair(one, other, veto.rule(), 1));
        }
    }

    /** The story of each component of names that has a match; found by looking at whole groups again and again. */
    Map<String, String> stories(Names names) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Pair match : matches) {
            Set<String> left = group(groups, names.strongest(match.left()));
            Set<String> right = group(groups, names.strongest(match.right()));
            if (left != right
                    && left.stream().allMatch(one -> right.stream().allMatch(two -> mayMeet(one, two, names)))) {
                left.addAll(right);
                right.forEach(component -> groups.put(component, left));
            }
        }
        Map<String, String> stories = new HashMap<>();
        groups.forEach((component, group) -> stories.put(
                component,
                group.stream()
                        .map(each -> Identity.parse(each).orElseThrow())
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString()));
        return stories;
    }

    private boolean mayMeet(String one, String other, Names names) {
        boolean papers = isPaper(one) && isPaper(other);
        return vetoes.stream().noneMatch(veto -> joins(veto, one, other, names))
                && (!papers || matches.stream().anyMatch(match -> joins(match, one, other, names)));
    }

    private static boolean joins(Pair pair, String one, String other, Names names) {
        String left = names.strongest(pair.left());
        String right = names.strongest(pair.right());
        return (left.equals(one) && right.equals(other)) || (left.equals(other) && right.equals(one));
    }

    private static boolean isPaper(String component) {
        return component.startsWith("arxiv:") || component.startsWith("doi:");
    }

    private static Set<String> group(Map<String, Set<String>> groups, String component) {
        return groups.computeIfAbsent(component, alone -> new LinkedHashSet<>(Set.of(alone)));
    }
}
