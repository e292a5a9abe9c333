package org.courant.publish.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Source;
import org.courant.schemas.SourceStatus;
import org.jspecify.annotations.Nullable;

/** The tables that the topics come to. One thread writes, any number reads. */
public final class DigestTables implements DigestView {
    private final EntryTable entries = new EntryTable();
    private final ConcurrentNavigableMap<LocalDate, DigestEdition> editions = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, SourceStatus> sources = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, Source> definitions = new ConcurrentSkipListMap<>();
    private volatile Position position = Position.START;

    /** Takes over a record of the topic of entries. */
    public void put(EntryChange change) {
        entries.put(change.entryId(), change.entry(), change.writtenAt());
        // Only now: who knows the position may rely on seeing what stands before it.
        position = position.after(change.partition(), change.offset());
    }

    /** An entry as if it had been written when it was published; null withdraws. */
    public void putEntry(String id, @Nullable DigestEntry entry) {
        entries.put(id, entry, entry == null ? Instant.EPOCH : entry.getPublishedAt());
    }

    public void putDefinition(String key, @Nullable Source definition) {
        if (definition == null) {
            definitions.remove(key);
        } else {
            definitions.put(key, definition);
        }
    }

    public void putEdition(String date, @Nullable DigestEdition edition) {
        if (edition == null) {
            editions.remove(LocalDate.parse(date));
        } else {
            editions.put(edition.getDate(), edition);
        }
    }

    public void putSource(String id, @Nullable SourceStatus status) {
        if (status == null) {
            sources.remove(id);
        } else {
            sources.put(id, status);
        }
    }

    @Override
    public Optional<DigestEntry> entry(String id) {
        return entries.get(id);
    }

    @Override
    public Optional<Instant> writtenAt(String id) {
        return entries.writtenAt(id);
    }

    @Override
    public SearchResult search(String text, EntryFilter filter, Optional<SearchKey> after, int limit) {
        return entries.search(text, filter, after.orElse(null), limit);
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public Optional<String> survivorOf(String id) {
        return entries.survivorOf(id);
    }

    @Override
    public List<DigestEntry> entries(EntryFilter filter, Optional<EntryKey> after, int limit) {
        return entries.after(after.orElse(null), filter, limit);
    }

    @Override
    public int entryCount() {
        return entries.size();
    }

    @Override
    public Set<String> sections() {
        return entries.sections();
    }

    @Override
    public int entryCountOfSection(String id) {
        return entries.sizeOfSection(id);
    }

    @Override
    public Optional<DigestEdition> edition(LocalDate date) {
        return Optional.ofNullable(editions.get(date));
    }

    @Override
    public List<DigestEdition> editions() {
        return new ArrayList<>(editions.descendingMap().values());
    }

    @Override
    public Collection<SourceStatus> sources() {
        return List.copyOf(sources.values());
    }

    @Override
    public List<Source> definitions() {
        return definitions.values().stream()
                .sorted(Comparator.comparing(Source::getName).thenComparing(Source::getId))
                .toList();
    }
}
