package org.courant.cli.watch;

import java.util.Locale;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose entries. */
final class EntryFilter {
    @Option(names = "--section", paramLabel = "SECTION", description = "only entries of this section (its id or title)")
    private @Nullable String section;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "only entries that appeared at a source whose name contains this")
    private @Nullable String source;

    @Option(names = "--kind", paramLabel = "KIND", description = "only entries of this kind: arxiv, forum or media")
    private @Nullable SourceKind kind;

    /** Whether anything was asked for; a withdrawal has no section and no source, so it is shown only if not. */
    boolean isEmpty() {
        return section == null && source == null && kind == null;
    }

    boolean accepts(DigestEntry entry) {
        return isSection(entry) && isSource(entry) && (kind == null || kind == entry.getSourceKind());
    }

    private boolean isSection(DigestEntry entry) {
        return section == null
                || section.equalsIgnoreCase(entry.getSection().getId())
                || section.equalsIgnoreCase(entry.getSection().getTitle());
    }

    private boolean isSource(DigestEntry entry) {
        if (source == null) {
            return true;
        }
        String wanted = source.toLowerCase(Locale.ROOT);
        return contains(entry.getSourceName(), wanted)
                || entry.getAppearances().stream().anyMatch(appearance -> contains(appearance.getSourceName(), wanted));
    }

    private static boolean contains(String name, String wanted) {
        return name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
