package org.courant.cli.watch;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.courant.cli.topic.GroupLag;
import org.courant.cli.topic.Groups;
import org.courant.cli.topic.Latest;
import org.courant.cli.topic.RecordCount;
import org.courant.cli.topic.TopicReader;
import org.courant.cli.topic.Values;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.Story;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.watch.LongTransactions;

/**
 * Where the pipeline stands, read from the topics.
 *
 * @param sources sources by state
 * @param lag records that wait for each stage; empty for one that has never run
 * @param counts records by topic, of compacted topics keys that have a value
 * @param edition the newest one
 * @param workers processes and threads that work at each stage now
 * @param unstable transactions that keep readers from going on
 */
record PipelineStatus(
        Map<String, Integer> sources,
        Map<String, Optional<RecordCount>> lag,
        Map<String, RecordCount> counts,
        Optional<DigestEdition> edition,
        Map<String, Integer> workers,
        List<String> unstable) {
    /**
     * Reads it.
     *
     * @param groups consumer group of each stage
     */
    static PipelineStatus read(Connection connection, Map<String, String> groups) {
        Topics topics = connection.topics();
        Map<String, Integer> sources = new TreeMap<>();
        for (SourceStatus status :
                Latest.read(connection, topics.sourceStatus()).values()) {
            sources.merge(status.getState().name(), 1, Integer::sum);
        }
        Map<String, Optional<RecordCount>> lag = new LinkedHashMap<>();
        groups.forEach((stage, group) -> lag.put(stage, GroupLag.of(connection, group)));
        Map<String, RecordCount> counts = new LinkedHashMap<>();
        RecordCount items = RecordCount.of(connection, topics.sourceItems());
        RecordCount members = members(connection);
        counts.put("items", items);
        // How many a story has is not known without reading it; more than there are items it cannot be.
        counts.put("members", members.exact() ? members : new RecordCount(items.number(), false));
        counts.put("rejections", RecordCount.of(connection, topics.rejections()));
        counts.put("stories", RecordCount.of(connection, topics.stories()));
        counts.put("entries", RecordCount.of(connection, topics.digestEntries()));
        counts.put("deadLetters", RecordCount.of(connection, topics.deadLetters()));
        Optional<DigestEdition> edition = Latest.read(connection, topics.digestEditions()).values().stream()
                .max(Comparator.comparing(DigestEdition::getDate));
        return new PipelineStatus(
                sources, lag, counts, edition, workers(connection, groups), unstable(connection, groups));
    }

    /** Items that are members of stories: with rejections and dead letters, all that there are. */
    private static RecordCount members(Connection connection) {
        Topic<Story> topic = connection.topics().stories();
        try (TopicReader reader = TopicReader.open(connection, List.of(topic));
                Values<Story> values = new Values<>(connection, topic)) {
            return RecordCount.sum(
                    reader,
                    record -> values.get(record)
                            .map(story -> story.getMembers().size())
                            .orElse(0));
        }
    }

    private static Map<String, Integer> workers(Connection connection, Map<String, String> groups) {
        Map<String, Integer> workers = new LinkedHashMap<>();
        try (Groups asked = new Groups(connection)) {
            groups.forEach(
                    (stage, group) -> workers.put(stage, asked.members(group).size()));
        }
        return workers;
    }

    private static List<String> unstable(Connection connection, Map<String, String> groups) {
        Set<String> topics = connection.topics().all().stream().map(Topic::name).collect(Collectors.toSet());
        return LongTransactions.of(connection, topics, groups.values(), InstantSource.system()).stream()
                .map(transaction -> transaction.described(connection.bootstrapServers()))
                .toList();
    }
}
