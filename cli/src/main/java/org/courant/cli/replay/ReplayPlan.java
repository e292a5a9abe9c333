package org.courant.cli.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.schemas.topic.Topics;

/**
 * What a replay would do.
 *
 * @param group where its progress is kept
 * @param bookmark what is left to be done
 * @param exact whether the items have been counted; if not, there are at most so many
 * @param resumes whether it goes on with one that was stopped
 * @param running members of each service
 * @param percent share of the time that it may take
 */
record ReplayPlan(
        String group, Bookmark bookmark, boolean exact, boolean resumes, Map<String, Integer> running, int percent) {
    /** Items a second at the default share as long as nothing has been measured: a guess, which the plan says it is. */
    private static final double ITEMS_PER_SECOND = 25;

    long left() {
        return bookmark.items() - bookmark.done();
    }

    double perSecond() {
        return bookmark.perSecond() > 0
                ? bookmark.perSecond()
                : ITEMS_PER_SECOND * percent / ReplayCommand.DEFAULT_PERCENT;
    }

    Duration takes() {
        return Duration.ofSeconds((long) Math.ceil(left() / perSecond()));
    }

    List<String> lines(Topics topics) {
        Slice slice = bookmark.slice();
        return List.of(
                line(
                        "slice",
                        "%s from %s to %s%s"
                                .formatted(
                                        topics.sourceItems().name(),
                                        slice.from(),
                                        slice.to(),
                                        slice.source()
                                                .map(source -> ", source " + source)
                                                .orElse(""))),
                line(
                        "items",
                        "%s%,d in %d of %d partitions%s"
                                .formatted(
                                        exact ? "" : "at most ",
                                        left(),
                                        slice.partitions(),
                                        slice.end().size(),
                                        resumes ? ", %,d are done".formatted(bookmark.done()) : "")),
                line("stages", "enrich (%s) → stories → publish (%s)".formatted(running("enrich"), running("publish"))),
                line("share", "at most %d %% of the time of either; live items go first".formatted(percent)),
                line(
                        "takes",
                        "about %s at %.0f items/s%s"
                                .formatted(
                                        Spans.of(takes()),
                                        perSecond(),
                                        bookmark.perSecond() > 0 ? ", as so far" : ", a guess")),
                line("progress", "kept in group " + group));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("from", bookmark.slice().from().toString());
        values.put("to", bookmark.slice().to().toString());
        values.put("source", bookmark.slice().source().orElse(""));
        values.put("items", bookmark.items());
        values.put("exact", exact);
        values.put("done", bookmark.done());
        values.put("partitions", bookmark.slice().partitions());
        values.put("running", running);
        values.put("share", percent);
        values.put("itemsPerSecond", Math.round(perSecond() * 10) / 10.0);
        values.put("seconds", takes().toSeconds());
        values.put("group", group);
        return values;
    }

    private String running(String service) {
        int members = running.getOrDefault(service, 0);
        return members == 0 ? "not running" : members == 1 ? "1 member" : members + " members";
    }

    private static String line(String name, String value) {
        return "%-10s%s".formatted(name, value);
    }
}
