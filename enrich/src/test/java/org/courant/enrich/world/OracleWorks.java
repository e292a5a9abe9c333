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
import java.util.stream.Collectors;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Profile;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.schemas.identity.ArxivId;
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

    /** One item: its text, and when it was about. */
    private record Copy(Profile profile, Set<Long> keys, long first, long last, long seen) {
        static Copy of(Held item) {
            Delivery delivery = item.getDelivery();
            Profile profile = TestMethods.standard().profiles().of(delivery);
            Long publishedAt = delivery.getPublishedAt();
            long published =
                    (publishedAt == null ? delivery.getTimestamp() : Math.min(publishedAt, delivery.getTimestamp()))
                            / DAY;
            long month = ArxivId.parse(delivery.getIdentities().get(0).replaceFirst("[a-z]+:", ""))
                    .filter(id -> delivery.getVersion() > 1)
                    .map(id -> id.month().atDay(1).toEpochDay())
                    .orElse(published);
            return new Copy(
                    profile,
                    Arrays.stream(BlockKeys.of(profile)).boxed().collect(Collectors.toSet()),
                    Math.min(month, published),
                    published,
                    delivery.getTimestamp() / DAY);
        }

        boolean admits(Copy other, MatchLimits limits) {
            return Math.max(first, other.first) - Math.min(last, other.last) <= limits.windowDays()
                    && Math.abs(seen - other.seen) <= limits.windowDays() + limits.graceDays();
        }
    }

    /** All items of one text. */
    private record Text(String work, boolean stands, List<Copy> copies) {
        Profile profile() {
            return copies.get(0).profile();
        }

        Set<String> keysOfPeriod() {
            long period = copies.stream().mapToLong(Copy::seen).max().orElseThrow() / PERIOD;
            return copies.get(0).keys().stream().map(key -> key + "@" + period).collect(Collectors.toSet());
        }

        boolean admits(Text other, MatchLimits limits) {
            return copies.stream()
                    .anyMatch(copy -> other.copies.stream().anyMatch(theirs -> copy.admits(theirs, limits)));
        }
    }

    static OracleWorks of(Collection<OracleItem> items, MatchLimits limits) {
        List<Text> texts = new ArrayList<>();
        items.stream()
                .collect(Collectors.groupingBy(item -> item.names().get(0)))
                .forEach((work, copies) -> texts.addAll(texts(work, copies)));
        Map<String, Integer> crowds = new HashMap<>();
        texts.forEach(text -> text.keysOfPeriod().forEach(key -> crowds.merge(key, 1, Integer::sum)));
        OracleWorks found = new OracleWorks(new ArrayList<>(), new ArrayList<>());
        List<Text> standing = texts.stream().filter(Text::stands).toList();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = i + 1; j < standing.size(); j++) {
                found.compare(standing.get(i), standing.get(j), limits, crowds);
            }
        }
        found.matches.sort(Comparator.<Pair>comparingDouble(pair -> -pair.score())
                .thenComparing(Pair::left)
                .thenComparing(Pair::right));
        return found;
    }

    private static List<Text> texts(String work, List<OracleItem> items) {
        Held best =
                items.stream().map(OracleItem::held).min(Precedence.BEST_FIRST).orElseThrow();
        return items.stream()
                .map(OracleItem::held)
                .collect(Collectors.groupingBy(OracleWorks::said))
                .entrySet()
                .stream()
                .map(entry -> new Text(
                        work,
                        entry.getKey().equals(said(best)),
                        entry.getValue().stream().map(Copy::of).toList()))
                .toList();
    }

    private static List<Object> said(Held item) {
        Delivery delivery = item.getDelivery();
        return List.of(
                delivery.getSourceKind(),
                Copy.of(item).profile().getYear(),
                delivery.getTitle(),
                delivery.getBody(),
                delivery.getAuthors());
    }

    private void compare(Text left, Text right, MatchLimits limits, Map<String, Integer> crowds) {
        Set<String> one = allowed(left, limits, crowds);
        Set<String> two = allowed(right, limits, crowds);
        if (one.stream().noneMatch(two::contains) || !left.admits(right, limits)) {
            return;
        }
        Comparison comparison = TestMethods.standard().rules().compare(left.profile(), right.profile());
        boolean inOrder = left.work().compareTo(right.work()) < 0;
        String first = inOrder ? left.work() : right.work();
        String second = inOrder ? right.work() : left.work();
        if (comparison instanceof Comparison.Match match) {
            matches.add(new Pair(first, second, match.rule(), match.score()));
        } else if (comparison instanceof Comparison.Veto) {
            TestMethods.standard()
                    .rules()
                    .veto(left.profile(), right.profile(), false)
                    .ifPresent(rule -> vetoes.add(new Pair(first, second, rule, 1)));
        }
    }

    /** The keys of a text that not too many texts of its period have. */
    private static Set<String> allowed(Text text, MatchLimits limits, Map<String, Integer> crowds) {
        return text.keysOfPeriod().stream()
                .filter(key -> crowds.getOrDefault(key, 0) <= limits.mostInBlock())
                .map(key -> key.substring(0, key.indexOf('@')))
                .collect(Collectors.toSet());
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
