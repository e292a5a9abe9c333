package org.courant.cli.digest;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.courant.cli.Console;
import org.courant.cli.Emphasis;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;

/** Prints entries: kind and name of the source, age, title, summary and where else the work appeared. */
public final class EntryText {
    private final PrintWriter out;
    private final int columns;
    private final Emphasis emphasis;
    private final Instant now;

    /** @param now ages are counted back from here */
    public EntryText(Console console, Instant now) {
        this.out = console.out();
        this.columns = console.columns();
        this.emphasis = console.emphasis();
        this.now = now;
    }

    public void section(String title) {
        out.println(emphasis.strong(title));
        out.println();
    }

    /** An entry on its own, below the title of its section. */
    public void sectionAndEntry(DigestEntry entry) {
        section(entry.getSection().getTitle());
        entry(entry);
    }

    public void entry(DigestEntry entry) {
        out.println(emphasis.faint(origin(entry)));
        out.println();
        Wrapped.lines(entry.getTitle(), columns).forEach(line -> out.println(emphasis.strong(line)));
        out.println();
        Wrapped.lines(entry.getSummary(), columns).forEach(out::println);
        List<String> others = others(entry);
        if (!others.isEmpty()) {
            Wrapped.lines("also in " + String.join(", ", others), columns)
                    .forEach(line -> out.println(emphasis.faint(line)));
        }
        out.println(emphasis.faint(entry.getUrl()));
        out.println();
    }

    private String origin(DigestEntry entry) {
        String kind = entry.getSourceKind().name().toLowerCase(Locale.ROOT);
        String version = entry.getVersion() > 1 ? " · v" + entry.getVersion() : "";
        return kind + " " + entry.getSourceName() + " · " + Age.of(entry.getPublishedAt(), now) + version;
    }

    /** Sources besides the one that is named first; of two appearances at that one, the second. */
    private static List<String> others(DigestEntry entry) {
        return entry.getAppearances().stream()
                .filter(appearance -> !appearance.getSourceName().equals(entry.getSourceName())
                        || !appearance.getUrl().equals(entry.getUrl()))
                .map(Appearance::getSourceName)
                .distinct()
                .toList();
    }
}
