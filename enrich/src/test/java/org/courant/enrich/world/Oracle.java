package org.courant.enrich.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.schemas.SourceItem;
import org.courant.schemas.identity.Identity;

/**
 * What must come of a log, found in another way than by the service: all records at once, every pair of works compared,
 * a union-find over names and one over matches, the surest first.
 *
 * @param storyOf the story of each item that is in one
 * @param rejected the other items
 * @param works the works and what was found of them
 * @param workOf the work of each item that is in a story
 * @param componentOf the strongest of the names that lead to one another, for each work
 */
public record Oracle(
        SortedMap<String, String> storyOf,
        Set<String> rejected,
        OracleWorks works,
        Map<String, String> workOf,
        Map<String, String> componentOf) {

    public static Oracle of(List<Given> log, MatchLimits limits) {
        Map<String, List<Given>> byItem =
                log.stream().collect(Collectors.groupingBy(given -> given.item().getItemId()));
        Map<String, OracleItem> standing = new HashMap<>();
        byItem.forEach((item, deliveries) -> deliveries.stream()
                .filter(given -> isValid(given.item()))
                // Which of several deliveries of one moment stands is the service's to say: such worlds are left out.
                .max(Comparator.comparingLong(Given::timestamp))
                .ifPresent(newest -> standing.put(item, OracleItem.of(newest, firstSeen(deliveries)))));
        Names names = new Names();
        standing.values()
                .forEach(item ->
                        item.names().forEach(name -> names.union(item.names().get(0), name)));
        OracleWorks works = OracleWorks.of(standing.values(), limits);
        Map<String, String> storyOfComponent = works.stories(names);
        SortedMap<String, String> storyOf = new TreeMap<>();
        standing.forEach((id, item) -> {
            String component = names.strongest(item.names().get(0));
            storyOf.put(id, storyOfComponent.getOrDefault(component, component));
        });
        Set<String> rejected = new TreeSet<>(byItem.keySet());
        rejected.removeAll(standing.keySet());
        Map<String, String> workOf = new HashMap<>();
        Map<String, String> componentOf = new HashMap<>();
        standing.forEach((id, item) -> {
            workOf.put(id, item.names().get(0));
            componentOf.put(item.names().get(0), names.strongest(item.names().get(0)));
        });
        return new Oracle(storyOf, rejected, works, workOf, componentOf);
    }

    public List<String> itemsOf(String work) {
        return workOf.entrySet().stream()
                .filter(entry -> entry.getValue().equals(work))
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean haveNamesInCommon(String work, String other) {
        return Objects.equals(componentOf.get(work), componentOf.get(other));
    }

    /** Whether two different valid deliveries of an item have the same, latest time. */
    public static boolean isAmbiguous(List<Given> log) {
        return log.stream()
                .filter(given -> isValid(given.item()))
                .collect(Collectors.groupingBy(given -> given.item().getItemId() + "@" + given.timestamp()))
                .values()
                .stream()
                .anyMatch(same -> same.stream().map(Given::item).distinct().count() > 1);
    }

    private static long firstSeen(List<Given> deliveries) {
        return deliveries.stream()
                .filter(given -> isValid(given.item()))
                .mapToLong(Given::timestamp)
                .min()
                .orElseThrow();
    }

    private static boolean isValid(SourceItem item) {
        return !(item.getTitle().isBlank() && item.getBody().isBlank())
                && item.getUrl().startsWith("https://")
                && !item.getIdentities().isEmpty()
                && item.getIdentities().stream()
                        .allMatch(name -> Identity.parse(name).isPresent());
    }
}
