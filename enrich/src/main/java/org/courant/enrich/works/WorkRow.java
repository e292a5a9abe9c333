package org.courant.enrich.works;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Work;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * A work in hand: read, changed, and written back by {@link #save}, before which nothing is written. Members are the
 * items of the work and those that other works have handed to the story of its name.
 *
 * <p>A few members stand in the row of the work itself, so that most works are one row; the others have rows of their
 * own, so that a change of a work with many writes no more than that of a work with few.
 */
final class WorkRow {
    private static final int MAX_IN_ROW = 8;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final String identity;
    private final KeyValueStore<String, Work> works;
    private final KeyValueStore<StoreKey, Held> rows;
    private final boolean isNew;
    private final SortedMap<StoreKey, Held> inRow = new TreeMap<>(StoreKey.IN_STORES);
    private final SortedMap<StoreKey, @Nullable Held> unsaved = new TreeMap<>(StoreKey.IN_STORES);
    private int more;
    private @Nullable Assignment assignment;
    private long descriptor;
    private ByteBuffer digest;

    private WorkRow(
            String identity,
            KeyValueStore<String, Work> works,
            KeyValueStore<StoreKey, Held> rows,
            @Nullable Work stored) {
        this.identity = identity;
        this.works = works;
        this.rows = rows;
        this.isNew = stored == null;
        if (stored == null) {
            digest = NONE.duplicate();
        } else {
            stored.getMembers().forEach(held -> inRow.put(key(work(held), itemId(held)), held));
            more = stored.getMore();
            assignment = stored.getAssignment();
            descriptor = stored.getDescriptor();
            digest = stored.getDigest();
        }
    }

    /**
     * Reads a work; one of which nothing is known is empty.
     *
     * @param rows work, the work that a member is of, and item id to the member
     */
    static WorkRow read(String identity, KeyValueStore<String, Work> works, KeyValueStore<StoreKey, Held> rows) {
        return new WorkRow(identity, works, rows, works.get(identity));
    }

    String identity() {
        return identity;
    }

    /** The story that its items belong to. */
    String story() {
        return assignment == null ? identity : assignment.getStoryId();
    }

    @Nullable Assignment assignment() {
        return assignment;
    }

    void assign(@Nullable Assignment to) {
        assignment = to;
    }

    long descriptor() {
        return descriptor;
    }

    void describe(long signature) {
        descriptor = signature;
    }

    /** What has been published of the story of its name, empty for nothing. */
    ByteBuffer digest() {
        return digest;
    }

    void published(ByteBuffer digestOfStory) {
        digest = digestOfStory;
    }

    void withdrawn() {
        digest = NONE.duplicate();
    }

    boolean isPublished() {
        return digest.hasRemaining();
    }

    @Nullable Held member(String work, String itemId) {
        StoreKey key = key(work, itemId);
        @Nullable Held held = inRow.get(key);
        if (held != null || more == 0) {
            return held;
        }
        return unsaved.containsKey(key) ? unsaved.get(key) : rows.get(key);
    }

    void put(Held held) {
        StoreKey key = key(work(held), itemId(held));
        if (inRow.containsKey(key) || (member(work(held), itemId(held)) == null && inRow.size() < MAX_IN_ROW)) {
            inRow.put(key, held);
        } else {
            more += member(work(held), itemId(held)) == null ? 1 : 0;
            unsaved.put(key, held);
        }
    }

    void remove(String work, String itemId) {
        StoreKey key = key(work, itemId);
        if (inRow.remove(key) == null && member(work, itemId) != null) {
            more--;
            unsaved.put(key, null);
        }
    }

    int size() {
        return inRow.size() + more;
    }

    /** The items of the work, the first in the order of the keys. */
    List<Held> own(int most) {
        return first(most, work -> work.equals(identity), identity, identity);
    }

    /**
     * The members of the story of its name, the first in the order of the keys: the order means nothing to a reader,
     * but it is one of the members alone, and it is the one that bounds what has to be read.
     */
    List<Held> members(int most) {
        boolean isHome = story().equals(identity);
        return first(most, work -> isHome || !work.equals(identity), identity);
    }

    private List<Held> first(int most, Predicate<String> ofWork, String... prefix) {
        SortedMap<StoreKey, Held> found = new TreeMap<>(StoreKey.IN_STORES);
        if (more > 0 || !unsaved.isEmpty()) {
            int read = 0;
            try (KeyValueIterator<StoreKey, Held> stored = StateStores.startingWith(rows, prefix)) {
                while (read < most && stored.hasNext()) {
                    KeyValue<StoreKey, Held> row = stored.next();
                    if (!unsaved.containsKey(row.key) && ofWork.test(row.key.part(1))) {
                        found.put(row.key, row.value);
                        read++;
                    }
                }
            }
            unsaved.forEach((key, held) -> {
                if (held != null) {
                    found.put(key, held);
                }
            });
        }
        found.putAll(inRow);
        return found.entrySet().stream()
                .filter(entry -> ofWork.test(entry.getKey().part(1)))
                .map(Map.Entry::getValue)
                .limit(most)
                .toList();
    }

    /** Writes what has changed. */
    void save() {
        boolean blank = size() == 0 && assignment == null && !isPublished();
        if (!blank) {
            works.put(identity, new Work(List.copyOf(inRow.values()), more, assignment, descriptor, digest));
        } else if (!isNew) {
            works.delete(identity);
        }
        unsaved.forEach(rows::put);
        unsaved.clear();
    }

    private StoreKey key(String work, String itemId) {
        return StoreKey.of(identity, work, itemId);
    }

    /** The work that a member is an item of. */
    static String work(Held held) {
        return held.getDelivery().getIdentities().get(0);
    }

    static String itemId(Held held) {
        return held.getDelivery().getItemId();
    }
}
