package org.courant.enrich.world;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.courant.schemas.Decision;
import org.courant.schemas.DecisionOutcome;
import org.courant.schemas.Story;
import org.jspecify.annotations.Nullable;

/** The tables that the service writes, as compaction leaves them. */
public record Tables(SortedMap<String, Row<Story>> stories, SortedMap<String, Row<Decision>> decisions) {
    public Tables() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    /** The tables as they are now, whatever becomes of these. */
    public Tables copy() {
        return new Tables(new TreeMap<>(stories), new TreeMap<>(decisions));
    }

    /** A value with its record's timestamp. Compared as JSON: Avro's own comparison fails at optional dates. */
    public record Row<V>(V value, long timestamp) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row<?> row && row.toString().equals(toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }
    }

    public void story(String key, @Nullable Story story, long timestamp) {
        if (story == null) {
            stories.remove(key);
        } else {
            stories.put(key, new Row<>(story, timestamp));
        }
    }

    /** Item to story, as the stories say. */
    public SortedMap<String, String> membersOfStories() {
        SortedMap<String, String> members = new TreeMap<>();
        stories.values()
                .forEach(row -> row.value()
                        .getMembers()
                        .forEach(member -> members.merge(
                                member.getItemId(), row.value().getStoryId(), (a, b) -> a + " and " + b)));
        return members;
    }

    /** Item to story, as the decisions say. */
    public SortedMap<String, String> membersByDecision() {
        return decisions.entrySet().stream()
                .filter(row -> row.getValue().value().getOutcome() == DecisionOutcome.MEMBER)
                .collect(Collectors.toMap(
                        row -> row.getKey(), row -> row.getValue().value().getStoryId(), (a, b) -> a, TreeMap::new));
    }

    public SortedMap<String, Decision> rejected() {
        return decisions.entrySet().stream()
                .filter(row -> row.getValue().value().getOutcome() == DecisionOutcome.REJECTED)
                .collect(Collectors.toMap(
                        row -> row.getKey(), row -> row.getValue().value(), (a, b) -> a, TreeMap::new));
    }
}
