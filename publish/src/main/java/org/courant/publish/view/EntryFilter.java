package org.courant.publish.view;

import java.time.LocalDate;
import java.util.Optional;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;

/**
 * Which entries are asked for; what is empty does not restrict.
 *
 * @param section id of the section
 * @param source name of a source at which the entry appeared
 * @param edition day
 * @param kind kind of the source of the best appearance
 */
public record EntryFilter(
        Optional<String> section, Optional<String> source, Optional<LocalDate> edition, Optional<SourceKind> kind) {
    public static final EntryFilter ALL =
            new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public EntryFilter withSection(String id) {
        return new EntryFilter(Optional.of(id), source, edition, kind);
    }

    public EntryFilter withKind(SourceKind only) {
        return new EntryFilter(section, source, edition, Optional.of(only));
    }

    public boolean accepts(DigestEntry entry) {
        return section.map(entry.getSection().getId()::equals).orElse(true)
                && edition.map(entry.getEdition()::equals).orElse(true)
                && kind.map(entry.getSourceKind()::equals).orElse(true)
                && source.map(name -> EntryTable.sources(entry).anyMatch(name::equals))
                        .orElse(true);
    }
}
