package org.courant.publish.view;

import java.time.LocalDate;
import java.util.Optional;
import org.courant.schemas.DigestEntry;

/**
 * Which entries are asked for; what is empty does not restrict.
 *
 * @param section id of the section
 * @param source name of a source at which the entry appeared
 * @param edition day
 */
public record EntryFilter(Optional<String> section, Optional<String> source, Optional<LocalDate> edition) {
    public static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());

    boolean accepts(DigestEntry entry) {
        return section.map(entry.getSection().getId()::equals).orElse(true)
                && edition.map(entry.getEdition()::equals).orElse(true)
                && source.map(name -> EntryTable.sources(entry).anyMatch(name::equals))
                        .orElse(true);
    }
}
