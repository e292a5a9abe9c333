package org.courant.publish.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/** The entries, with an index for each way in which they are asked for. One thread writes, any number reads. */
final class EntryTable {
    private final Map<String, DigestEntry> byId = new ConcurrentHashMap<>();
    private final Map<String, Instant> writtenAt = new ConcurrentHashMap<>();
    private final EntryIndex index = new EntryIndex();
    private final Map<String, String> absorbedBy = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<EntryKey, DigestEntry> all = new ConcurrentSkipListMap<>();
    private final Map<LocalDate, ConcurrentNavigableMap<EntryKey, DigestEntry>> byEdition = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentNavigableMap<EntryKey, DigestEntry>> bySection = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentNavigableMap<EntryKey, DigestEntry>> bySource = new ConcurrentHashMap<>();

    /** Takes over a record of the topic; null withdraws. */
    void put(String id, @Nullable DigestEntry entry, Instant written) {
        DigestEntry before = entry == null ? byId.remove(id) : byId.put(id, entry);
        if (before != null) {
            EntryKey key = EntryKey.of(before);
            inIndexes(before, index -> index.remove(key));
            before.getAbsorbed().forEach(absorbed -> absorbedBy.remove(absorbed, id));
        }
        if (entry == null) {
            writtenAt.remove(id);
            index.remove(id);
        } else {
            writtenAt.put(id, written);
            index.put(entry);
            EntryKey key = EntryKey.of(entry);
            inIndexes(entry, index -> index.put(key, entry));
            entry.getAbsorbed().forEach(absorbed -> absorbedBy.put(absorbed, id));
        }
    }

    Optional<Instant> writtenAt(String id) {
        return Optional.ofNullable(writtenAt.get(id));
    }

    /** The best matches after a place; an entry that is withdrawn at this very moment is left out. */
    SearchResult search(String text, EntryFilter filter, @Nullable SearchKey after, int limit) {
        EntryIndex.Found found = index.search(text, filter, after, limit);
        return new SearchResult(
                found.keys().stream()
                        .flatMap(key -> get(key.entryId()).map(entry -> new SearchResult.Hit(entry, key)).stream())
                        .toList(),
                found.total());
    }

    Optional<DigestEntry> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The entry that has taken over another one. */
    Optional<String> survivorOf(String id) {
        return Optional.ofNullable(absorbedBy.get(id));
    }

    int size() {
        return byId.size();
    }

    /** Ids of the sections that have entries. */
    Set<String> sections() {
        Set<String> sections = new TreeSet<>();
        bySection.forEach((id, entries) -> {
            if (!entries.isEmpty()) {
                sections.add(id);
            }
        });
        return sections;
    }

    int sizeOfSection(String id) {
        NavigableMap<EntryKey, DigestEntry> entries = bySection.get(id);
        return entries == null ? 0 : entries.size();
    }

    /** The first entries after a key, at most so many. */
    List<DigestEntry> after(@Nullable EntryKey key, EntryFilter filter, int limit) {
        NavigableMap<EntryKey, DigestEntry> index = narrowest(filter);
        NavigableMap<EntryKey, DigestEntry> rest = key == null ? index : index.tailMap(key, false);
        return rest.values().stream().filter(filter::accepts).limit(limit).toList();
    }

    /** Names of the sources at which an entry appeared, each once. */
    static Stream<String> sources(DigestEntry entry) {
        return Stream.concat(
                        Stream.of(entry.getSourceName()),
                        entry.getAppearances().stream().map(Appearance::getSourceName))
                .distinct();
    }

    private NavigableMap<EntryKey, DigestEntry> narrowest(EntryFilter filter) {
        ConcurrentNavigableMap<EntryKey, DigestEntry> none = new ConcurrentSkipListMap<>();
        if (filter.edition().isPresent()) {
            return byEdition.getOrDefault(filter.edition().get(), none);
        }
        if (filter.section().isPresent()) {
            return bySection.getOrDefault(filter.section().get(), none);
        }
        return filter.source().isPresent()
                ? bySource.getOrDefault(filter.source().get(), none)
                : all;
    }

    private void inIndexes(DigestEntry entry, Consumer<ConcurrentNavigableMap<EntryKey, DigestEntry>> change) {
        change.accept(all);
        change.accept(index(byEdition, entry.getEdition()));
        change.accept(index(bySection, entry.getSection().getId()));
        sources(entry).forEach(source -> change.accept(index(bySource, source)));
    }

    private static <K> ConcurrentNavigableMap<EntryKey, DigestEntry> index(
            Map<K, ConcurrentNavigableMap<EntryKey, DigestEntry>> indexes, K value) {
        return indexes.computeIfAbsent(value, key -> new ConcurrentSkipListMap<>());
    }
}
