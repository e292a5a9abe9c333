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
import org.courant.schemas.SourceItem;
import org.courant.schemas.identity.Identity;

/**
 * What must come of a log, found in another way than by the service: all records at once, and a union-find over names.
 *
 * @param storyOf the story of each item that is in one
 * @param rejected the other items
 */
public record Oracle(SortedMap<String, String> storyOf, Set<String> rejected) {

    public static Oracle of(List<Given> log) {
        Map<String, List<Given>> byItem =
                log.stream().collect(Collectors.groupingBy(given -> given.item().getItemId()));
        Map<String, Given> standing = new HashMap<>();
        byItem.forEach((item, deliveries) -> deliveries.stream()
                .filter(given -> isValid(given.item()))
                // Which of several deliveries of one moment stands is the service's to say: such worlds are left out.
                .max(Comparator.comparingLong(Given::timestamp))
                .ifPresent(newest -> standing.put(item, newest)));
        Names names = new Names();
        standing.values()
                .forEach(given -> given.item()
                        .getIdentities()
                        .forEach(
                                name -> names.union(given.item().getIdentities().get(0), name)));
        SortedMap<String, String> storyOf = new TreeMap<>();
        standing.forEach((item, given) ->
                storyOf.put(item, names.strongest(given.item().getIdentities().get(0))));
        Set<String> rejected = new TreeSet<>(byItem.keySet());
        rejected.removeAll(standing.keySet());
        return new Oracle(storyOf, rejected);
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

    private static boolean isValid(SourceItem item) {
        return !(item.getTitle().isBlank() && item.getBody().isBlank())
                && item.getUrl().startsWith("https://")
                && !item.getIdentities().isEmpty()
                && item.getIdentities().stream()
                        .allMatch(name -> Identity.parse(name).isPresent());
    }

    private static final class Names {
        private final Map<String, String> parent = new HashMap<>();

        void union(String a, String b) {
            parent.put(root(a), root(b));
        }

        String strongest(String name) {
            return parent.keySet().stream()
                    .filter(other -> root(other).equals(root(name)))
                    .map(other -> Identity.parse(other).orElseThrow())
                    .min(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
        }

        private String root(String name) {
            parent.putIfAbsent(name, name);
            String above = Objects.requireNonNull(parent.get(name));
            return above.equals(name) ? name : root(above);
        }
    }
}
