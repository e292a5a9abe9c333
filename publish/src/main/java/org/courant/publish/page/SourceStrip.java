package org.courant.publish.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.courant.publish.view.DigestView;
import org.courant.schemas.SourceStatus;

/**
 * How the sources are doing: a line that says whether all is well, and plain sentences where it is not.
 *
 * @param headline {@code All 4 sources are up to date}, or how many need attention
 */
public record SourceStrip(String headline, List<SourceChip> sources) {
    public SourceStrip {
        sources = List.copyOf(sources);
    }

    static SourceStrip of(DigestView view, Instant now) {
        List<SourceChip> sources = view.sources().stream()
                .sorted(Comparator.comparing(SourceStatus::getSourceName).thenComparing(SourceStatus::getSourceId))
                .map(status -> SourceChip.of(status, now))
                .toList();
        return new SourceStrip(headline(sources), sources);
    }

    /** The sources that may lack entries, each with a sentence. */
    public List<SourceChip> troubled() {
        return sources.stream().filter(SourceChip::needsAttention).toList();
    }

    private static String headline(List<SourceChip> sources) {
        long troubled = sources.stream().filter(SourceChip::needsAttention).count();
        if (troubled == 0) {
            return sources.size() == 1
                    ? "The source is up to date"
                    : "All " + sources.size() + " sources are up to date";
        }
        return "%d of %s %s attention"
                .formatted(troubled, Plural.of(sources.size(), "source", "sources"), troubled == 1 ? "needs" : "need");
    }
}
