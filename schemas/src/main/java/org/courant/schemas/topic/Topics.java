package org.courant.schemas.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Rejection;
import org.courant.schemas.SeenItem;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.Story;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;

/**
 * Every topic of one installation.
 *
 * <p>{@link #sources}, {@link #sourceCursors} and {@link #sourceSeen} are partitioned alike, by politeness group, so
 * that whoever is assigned a partition of sources finds their cursors and memory in the partition of the same number.
 *
 * @param prefix put before every name, e.g. {@code courant.}
 * @param partitions partitions of every topic
 */
public record Topics(String prefix, int partitions) {
    public static final String DEFAULT_PREFIX = "courant.";
    public static final int DEFAULT_PARTITIONS = 6;

    /** Records of this size pass everywhere; longer texts are cut at ingestion. */
    private static final String MAX_RECORD_BYTES = String.valueOf(8 * 1024 * 1024);

    private static final Map<String, String> COMPACTED =
            Map.of("cleanup.policy", "compact", "max.message.bytes", MAX_RECORD_BYTES);

    public Topics {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + "; it must be at least 1");
        }
        if (!prefix.matches("[a-zA-Z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "prefix is '" + prefix + "'; it may hold letters, digits, '.', '_' and '-'");
        }
    }

    public static Topics standard() {
        return new Topics(DEFAULT_PREFIX, DEFAULT_PARTITIONS);
    }

    /** Definitions of sources; key: politeness group, {@code /}, source id; partitioned by the group. */
    public Topic<Source> sources() {
        return compacted("sources", Source.class);
    }

    /** How far each source has been read; key: source id; in the partition of the source. */
    public Topic<SourceCursor> sourceCursors() {
        return compacted("source-cursors", SourceCursor.class);
    }

    /** What each source has delivered; key: source id, {@code /}, item id; in the partition of the source. */
    public Topic<SeenItem> sourceSeen() {
        return new Topic<>(
                prefix + "source-seen",
                SeenItem.class,
                partitions,
                // An item that is listed for longer than this is written once more, which changes nothing downstream.
                Map.of("cleanup.policy", "compact,delete", "retention.ms", millis(Duration.ofDays(400))));
    }

    /** How each source is doing; key: source id. */
    public Topic<SourceStatus> sourceStatus() {
        return compacted("source-status", SourceStatus.class);
    }

    /** The log of record: every delivered item, once; key: strongest identity. Kept for ever. */
    public Topic<SourceItem> sourceItems() {
        return new Topic<>(
                prefix + "source-items",
                SourceItem.class,
                partitions,
                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "max.message.bytes", MAX_RECORD_BYTES));
    }

    /**
     * Items whose stories are to be told again; key: item id; no values. Partitioned by Kafka's own murmur2 over the
     * key, as the state of an item is.
     */
    public Topic<byte[]> replays() {
        return new Topic<>(
                prefix + "replays",
                byte[].class,
                partitions,
                Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(7))));
    }

    /** One record per work; key: story id. */
    public Topic<Story> stories() {
        return compacted("stories", Story.class);
    }

    /** Items that are no member of a story, and why; key: item id. A story's members say all about the others. */
    public Topic<Rejection> rejections() {
        return new Topic<>(
                prefix + "rejections",
                Rejection.class,
                partitions,
                Map.of("cleanup.policy", "delete", "retention.ms", millis(Duration.ofDays(400))));
    }

    /** Texts that a language model is to summarise, where one is used; key: that of the answer. */
    public Topic<SummaryRequest> summaryRequests() {
        return compacted("summary-requests", SummaryRequest.class);
    }

    /** What it answered, for ever; key: hash of the text, version of the prompt and model. */
    public Topic<Summary> summaries() {
        return compacted("summaries", Summary.class);
    }

    /** The contract with readers; key: entry id; a null value withdraws the entry. */
    public Topic<DigestEntry> digestEntries() {
        return compacted("digest-entries", DigestEntry.class);
    }

    /** One record per day; key: the date. */
    public Topic<DigestEdition> digestEditions() {
        return compacted("digest-editions", DigestEdition.class);
    }

    /** Every record that could not be processed, byte for byte; headers say why ({@link DeadLetterHeaders}). */
    public Topic<byte[]> deadLetters() {
        return new Topic<>(
                prefix + "dead-letters",
                byte[].class,
                partitions,
                Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", millis(Duration.ofDays(90)),
                        "max.message.bytes", String.valueOf(10 * 1024 * 1024)));
    }

    /** All of them, in the order of the flow. */
    public List<Topic<?>> all() {
        return List.of(
                sources(),
                sourceCursors(),
                sourceSeen(),
                sourceStatus(),
                sourceItems(),
                replays(),
                stories(),
                rejections(),
                summaryRequests(),
                summaries(),
                digestEntries(),
                digestEditions(),
                deadLetters());
    }

    private <V> Topic<V> compacted(String name, Class<V> type) {
        return new Topic<>(prefix + name, type, partitions, COMPACTED);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
