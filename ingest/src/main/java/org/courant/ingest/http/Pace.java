package org.courant.ingest.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long to wait between two requests to one politeness group.
 *
 * @param standard for groups that are not named
 * @param byGroup for groups that are
 */
public record Pace(Duration standard, Map<String, Duration> byGroup) {
    /**
     * A second; three for arXiv, whose <a href="https://info.arxiv.org/help/api/tou.html">terms of use</a> ask for that
     * and for one connection at a time.
     */
    public static final Pace STANDARD = new Pace(Duration.ofSeconds(1), Map.of("arxiv.org", Duration.ofSeconds(3)));

    public Pace {
        byGroup = Map.copyOf(byGroup);
    }

    /** The same with another interval for one group. */
    public Pace with(String group, Duration interval) {
        Map<String, Duration> changed = new HashMap<>(byGroup);
        changed.put(group, interval);
        return new Pace(standard, changed);
    }

    Duration of(String group) {
        return byGroup.getOrDefault(group, standard);
    }
}
