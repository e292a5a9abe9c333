package org.courant.publish.view;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceStatus;

/** What can be asked of the digest as it stands. Safe for any number of threads; answers may be a moment apart. */
public interface DigestView {
    Optional<DigestEntry> entry(String id);

    /** The id of the entry that has taken over one with this id. */
    Optional<String> survivorOf(String id);

    /**
     * Entries, newest first.
     *
     * @param after the last entry of the page before; empty for the first page
     * @param limit at most so many
     */
    List<DigestEntry> entries(EntryFilter filter, Optional<EntryKey> after, int limit);

    int entryCount();

    /** Ids of the sections that have entries. */
    Set<String> sections();

    int entryCountOfSection(String id);

    Optional<DigestEdition> edition(LocalDate date);

    /** All editions, newest first. */
    List<DigestEdition> editions();

    /** How the sources are doing, by source id. */
    Collection<SourceStatus> sources();
}
