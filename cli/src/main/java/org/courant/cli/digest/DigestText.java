package org.courant.cli.digest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;

/** Prints whole editions, the newest first. */
public record DigestText(EntryText text) {
    /**
     * Prints every section that has an entry.
     *
     * @param entries by entry id; one that an edition names and that is not here is left out
     */
    public void print(Collection<DigestEdition> editions, Map<String, DigestEntry> entries) {
        editions.stream()
                .sorted(Comparator.comparing(DigestEdition::getDate).reversed())
                .flatMap(edition -> edition.getSections().stream())
                .forEach(section -> print(section, entries));
    }

    private void print(EditionSection section, Map<String, DigestEntry> entries) {
        List<DigestEntry> present = section.getEntryIds().stream()
                .filter(entries::containsKey)
                .map(entries::get)
                .toList();
        if (!present.isEmpty()) {
            text.section(section.getSection().getTitle());
            present.forEach(text::entry);
        }
    }
}
