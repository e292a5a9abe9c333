package org.courant.cli.topics;

import java.util.List;
import org.courant.cli.output.Table;
import org.courant.service.kafka.TopicChange;

/** How a plan for topics is shown. */
final class TopicTable {
    private TopicTable() {}

    static Table of(List<TopicChange> plan) {
        return new Table(
                List.of("topic", "partitions", "state", "detail"),
                plan.stream().map(TopicTable::row).toList());
    }

    private static List<Object> row(TopicChange change) {
        return List.of(change.topic().name(), change.topic().partitions(), state(change), detail(change));
    }

    private static String state(TopicChange change) {
        if (change instanceof TopicChange.None) {
            return "ok";
        } else if (change instanceof TopicChange.Create) {
            return "missing";
        }
        return change instanceof TopicChange.Reconfigure ? "differs" : "wrong-partitions";
    }

    private static String detail(TopicChange change) {
        if (change instanceof TopicChange.Reconfigure differing) {
            return String.join("; ", differing.differences());
        }
        return change instanceof TopicChange.WrongPartitions wrong ? "has " + wrong.actual() + " partitions" : "";
    }
}
