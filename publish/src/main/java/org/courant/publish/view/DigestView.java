package org.courant.publish.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Source;
import org.courant.schemas.SourceStatus;

/** What can be asked of the digest as it stands. Safe for any number of threads; answers may be a moment apart. */
public interface DigestView {
    Optional<DigestEntry> entry(String id);

    /** The timestamp of the record that an entry was last written with. */
    Optional<Instant> writtenAt(String id);

    /** The id of the entry that has taken over one with this id. */
    Optional<String> survivorOf(String id);

    /**
     * Entries, newest first.
     *
     * @param after the last entry of the page before; empty for the first page
     * @param limit at most so many
     */
    List<DigestEntry> entries(EntryFilter filter, Optional<EntryKey> after, int limit);

    /**
     * Entries that match a text as {@link EntryQuery} reads it, best first.
     *
     * @param after the last result of the page before; empty for the first page
     * @param limit at most so many
     */
    SearchResult search(String text, EntryFilter filter, Optional<SearchKey> after, int limit);

    /** How far the entries have been read: what stands before this position can be seen. */
    Position position();

    int entryCount();

    /** Ids of the sections that have entries. */
    Set<String> sections();

    /** The title that the newest entry of a section gives it; empty if the section has none. */
    default Optional<String> sectionTitle(String id) {
        return entries(EntryFilter.ALL.withSection(id), Optional.empty(), 1).stream()
                .findFirst()
                .map(entry -> entry.getSection().getTitle());
    }

    int entryCountOfSection(String id);

    Optional<DigestEdition> edition(LocalDate date);

    /** All editions, newest first. */
    List<DigestEdition> editions();

    /** How the sources are doing, by source id. */
    Collection<SourceStatus> sources();

    /** The sources as the operator has defined them, by name. */
    List<Source> definitions();
}
