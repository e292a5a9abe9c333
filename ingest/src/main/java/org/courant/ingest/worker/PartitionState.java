package org.courant.ingest.worker;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;

/** What is known of the sources of one partition, in memory; the topics hold the same. */
final class PartitionState {
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, SourceCursor> cursors = new HashMap<>();
    private final SeenItems seen = new SeenItems();

    /**
     * A source and when it may be polled.
     *
     * @param at its own next poll, or the end of the time for which its politeness group is held if that is later
     */
    record Turn(Source source, SourceCursor cursor, Instant at) {}

    void define(String key, Source source) {
        sources.put(key, source);
    }

    void withdraw(String key) {
        sources.remove(key);
    }

    Collection<Source> sources() {
        return List.copyOf(sources.values());
    }

    boolean defines(String sourceId) {
        return sources.values().stream().anyMatch(source -> source.getId().equals(sourceId));
    }

    Collection<SourceCursor> cursors() {
        return List.copyOf(cursors.values());
    }

    Optional<SourceCursor> cursor(String sourceId) {
        return Optional.ofNullable(cursors.get(sourceId));
    }

    void put(SourceCursor cursor) {
        cursors.put(cursor.getSourceId(), cursor);
    }

    SeenItems seen() {
        return seen;
    }

    /** Of the sources that may be polled now the one that has waited longest; if there is none, the next. */
    Optional<Turn> next(Instant now) {
        Map<String, Instant> held = heldGroups();
        List<Turn> turns = sources.values().stream()
                .filter(Source::getEnabled)
                .flatMap(source -> cursor(source.getId()).stream().map(cursor -> turn(source, cursor, held)))
                .toList();
        return turns.stream()
                .filter(turn -> !turn.at().isAfter(now))
                .min(Comparator.comparing((Turn turn) -> turn.cursor().getNextPollAt())
                        .thenComparing(turn -> turn.source().getId()))
                .or(() -> turns.stream().min(Comparator.comparing(Turn::at)));
    }

    private static Turn turn(Source source, SourceCursor cursor, Map<String, Instant> held) {
        Instant due = cursor.getNextPollAt();
        Instant free = held.getOrDefault(source.getPolitenessGroup(), due);
        return new Turn(source, cursor, free.isAfter(due) ? free : due);
    }

    private Map<String, Instant> heldGroups() {
        Map<String, Instant> held = new HashMap<>();
        for (Source source : sources.values()) {
            cursor(source.getId())
                    .map(SourceCursor::getGroupHeldUntil)
                    .ifPresent(until -> held.merge(
                            source.getPolitenessGroup(), until, (one, other) -> one.isAfter(other) ? one : other));
        }
        return held;
    }
}
