package org.courant.enrich.world;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.courant.schemas.Rejection;
import org.courant.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * What the service writes: the table of stories, as compaction leaves it, and the last rejection of each item. Equal if
 * the stories are and the same items are rejected: of an item that has been accepted since, or was rejected more than
 * once, the log keeps what was said on the way.
 */
public record Tables(SortedMap<String, Row<Story>> stories, SortedMap<String, Rejection> rejections) {
    public Tables() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    /** The tables as they are now, whatever becomes of these. */
    public Tables copy() {
        return new Tables(new TreeMap<>(stories), new TreeMap<>(rejections));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tables tables
                && tables.stories.equals(stories)
                && tables.rejected().equals(rejected());
    }

    @Override
    public int hashCode() {
        return stories.hashCode();
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

    /** Items that are no member of a story and have been told why. */
    public Set<String> rejected() {
        Set<String> rejected = new TreeSet<>(rejections.keySet());
        rejected.removeAll(membersOfStories().keySet());
        return rejected;
    }
}
