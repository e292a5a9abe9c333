package org.courant.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.cli.topic.Latest;
import org.courant.schemas.Batch;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Member;
import org.courant.schemas.Provenance;
import org.courant.schemas.Rejection;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.Story;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;

/** What the topics say of the sample day so far. */
final class DemoTables implements AutoCloseable {
    private final Topics topics;
    private final Latest<SourceStatus> statuses;
    private final Latest<Rejection> rejections;
    private final Latest<Story> stories;
    private final Latest<DigestEntry> entries;
    private final Latest<DigestEdition> editions;
    private final Set<String> positionsOfItems = new TreeSet<>();
    private int deadLetters;

    DemoTables(Connection connection) {
        this.topics = connection.topics();
        this.statuses = new Latest<>(connection, topics.sourceStatus());
        this.rejections = new Latest<>(connection, topics.rejections());
        this.stories = new Latest<>(connection, topics.stories());
        this.entries = new Latest<>(connection, topics.digestEntries());
        this.editions = new Latest<>(connection, topics.digestEditions());
    }

    /** The topics that the tables are made of. */
    List<Topic<?>> topics() {
        return List.of(
                topics.sourceStatus(),
                topics.sourceItems(),
                topics.rejections(),
                topics.stories(),
                topics.digestEntries(),
                topics.digestEditions(),
                topics.deadLetters());
    }

    /** Whether a record is an item, or what became of one; the state of a source is neither. */
    boolean isOfTheDigest(ConsumerRecord<byte[], byte[]> record) {
        return !record.topic().equals(topics.sourceStatus().name());
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        statuses.add(record);
        rejections.add(record);
        stories.add(record);
        entries.add(record);
        editions.add(record);
        if (record.topic().equals(topics.sourceItems().name())) {
            positionsOfItems.add(record.partition() + ":" + record.offset());
        } else if (record.topic().equals(topics.deadLetters().name())) {
            deadLetters++;
        }
    }

    Map<String, DigestEntry> entries() {
        return entries.values();
    }

    Map<String, DigestEdition> editions() {
        return editions.values();
    }

    Map<String, Story> stories() {
        return stories.values();
    }

    int items() {
        return positionsOfItems.size();
    }

    int deadLetters() {
        return deadLetters;
    }

    /** What the sources said that they list, once all of them have been polled; -1 before. */
    int listed(int sources) {
        List<Batch> batches = statuses.values().values().stream()
                .map(SourceStatus::getLastBatch)
                .filter(batch -> batch != null)
                .toList();
        return batches.size() < sources
                ? -1
                : batches.stream().mapToInt(Batch::getExpected).sum();
    }

    /** The first thing that is still missing, empty if nothing is. */
    String missing(int sources) {
        int listed = listed(sources);
        if (listed < 0) {
            return "not all of the " + sources + " sources have been polled";
        } else if (items() + deadLetters < listed) {
            return "of " + listed + " listed items " + items() + " are in the log of record and " + deadLetters
                    + " are dead letters";
        } else if (decided() + deadLetters < listed) {
            return "of " + items() + " items " + decided() + " are in stories or rejected";
        } else if (!storiesHaveEntries()) {
            return "of " + stories.values().size() + " stories "
                    + entries.values().size() + " are finished entries";
        }
        return editionsHaveEntries() ? "" : "the edition does not list every entry";
    }

    /** Items that are members of stories, or have been rejected. */
    private int decided() {
        Set<String> decided = new TreeSet<>(rejections.values().keySet());
        stories.values()
                .values()
                .forEach(story -> story.getMembers().forEach(member -> decided.add(member.getItemId())));
        return decided.size();
    }

    private boolean storiesHaveEntries() {
        return stories.values().keySet().equals(entries.values().keySet())
                && stories.values().values().stream().allMatch(this::isFinished);
    }

    private boolean isFinished(Story story) {
        DigestEntry entry = entries.values().get(story.getStoryId());
        return entry != null
                && entry.getProvenance().stream()
                        .map(Provenance::getItemId)
                        .collect(Collectors.toSet())
                        .equals(story.getMembers().stream()
                                .map(Member::getItemId)
                                .collect(Collectors.toSet()));
    }

    private boolean editionsHaveEntries() {
        Set<String> listed = editions.values().values().stream()
                .flatMap(edition -> edition.getSections().stream())
                .flatMap(section -> section.getEntryIds().stream())
                .collect(Collectors.toSet());
        return listed.equals(entries.values().keySet());
    }

    @Override
    public void close() {
        statuses.close();
        rejections.close();
        stories.close();
        entries.close();
        editions.close();
    }
}
