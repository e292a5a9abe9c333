package org.courant.ingest.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.schemas.Source;
import org.courant.schemas.topic.SourcePartitions;

/**
 * What has to be done so that the topic of sources is as a file says.
 *
 * @param changes in the order of the file, then what is to be removed
 */
public record SourcePlan(List<SourceChange> changes) {
    public SourcePlan {
        changes = List.copyOf(changes);
    }

    /** Compares what is wanted with what is there. */
    public static SourcePlan between(SourceDefinitions wanted, PublishedSources published) {
        Map<String, Source> left = new TreeMap<>(published.byKey());
        List<SourceChange> changes = new ArrayList<>();
        for (Source source : wanted.sources()) {
            changes.add(change(source, left));
        }
        left.values().stream()
                .sorted(Comparator.comparing(Source::getId))
                .forEach(source -> changes.add(new SourceChange.Removed(source)));
        return new SourcePlan(changes);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return changes.stream().allMatch(SourceChange.Unchanged.class::isInstance);
    }

    static String key(Source source) {
        return SourcePartitions.key(source.getPolitenessGroup(), source.getId());
    }

    /** The change for one source; what it replaces is taken out of what is left. */
    private static SourceChange change(Source source, Map<String, Source> left) {
        Source same = left.remove(key(source));
        if (same != null) {
            return same.equals(source) ? new SourceChange.Unchanged(source) : new SourceChange.Changed(same, source);
        }
        for (Source other : left.values()) {
            if (other.getId().equals(source.getId())) {
                left.remove(key(other));
                return new SourceChange.Changed(other, source);
            }
        }
        return new SourceChange.Added(source);
    }
}
