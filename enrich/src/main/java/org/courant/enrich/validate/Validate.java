package org.courant.enrich.validate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.courant.enrich.record.Delivery;
import org.courant.schemas.Rejection;
import org.courant.schemas.SourceItem;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of the log of record into {@link Delivery deliveries}, keyed by work, and {@link Rejection rejections},
 * keyed by item.
 *
 * <p>Items of one work are to meet on one partition without being sent there, so a record must have the strongest
 * identity of its item as its key and be where Kafka's own partitioner puts that.
 */
public final class Validate implements Processor<@Nullable String, @Nullable SourceItem, String, Object> {
    private final String sourceTopic;
    private final int partitions;
    private final Counter items;
    private final Counter rejected;
    private ProcessorContext<String, Object> context;

    /**
     * @param sourceTopic full name of the log of record
     * @param partitions number of its partitions
     */
    public Validate(String sourceTopic, int partitions, MeterRegistry meters) {
        this.sourceTopic = sourceTopic;
        this.partitions = partitions;
        items = meters.counter("courant.enrich.items");
        rejected = meters.counter("courant.enrich.rejected");
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<@Nullable String, @Nullable SourceItem> record) {
        SourceItem item = identified(record.value());
        RecordMetadata position = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic has a position"));
        ItemRules.Checked checked = ItemRules.check(
                item, new ItemRules.Origin(record.timestamp(), position.partition(), position.offset()));
        Record<String, Object> result;
        if (checked instanceof ItemRules.Valid valid) {
            String work = valid.delivery().getIdentities().get(0);
            requirePlace(work, record.key(), position.partition());
            result = result(work, valid.delivery(), record.timestamp());
        } else if (checked instanceof ItemRules.Failure failure) {
            result = result(item.getItemId(), rejection(item, failure, position), record.timestamp());
            rejected.increment();
        } else {
            throw new IllegalStateException("unheard of: " + checked);
        }
        items.increment();
        context.forward(result);
    }

    /** What a producer put into headers must not reach the tables: it may differ from delivery to delivery. */
    private static Record<String, Object> result(String key, Object value, long timestamp) {
        return new Record<>(key, value, timestamp, new RecordHeaders());
    }

    private Rejection rejection(SourceItem item, ItemRules.Failure failure, RecordMetadata position) {
        return new Rejection(
                item.getItemId(),
                failure.check(),
                null,
                failure.reason(),
                sourceTopic,
                position.partition(),
                position.offset());
    }

    private static SourceItem identified(@Nullable SourceItem item) {
        if (item == null) {
            throw new UnusableRecord("the record has no value; items are never deleted from this topic");
        }
        if (item.getItemId().isBlank() || ItemRules.bytes(item.getItemId()) > ItemRules.MOST_ID_BYTES) {
            throw new UnusableRecord("itemId is empty or longer than " + ItemRules.MOST_ID_BYTES + " bytes");
        }
        return item;
    }

    private void requirePlace(String work, @Nullable String key, int partition) {
        if (key == null) {
            throw new UnusableRecord("the record has no key; the key is the strongest identity of the item, " + work);
        }
        if (!key.equals(work)) {
            throw new UnusableRecord("the key of the record is '%s'; it must be the strongest identity of the item, %s"
                    .formatted(key, work));
        }
        int expected = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
        if (partition != expected) {
            throw new UnusableRecord(
                    "the record is in partition %d; Kafka's own partitioner (murmur2) puts its key '%s' into %d of %d"
                            .formatted(partition, key, expected, partitions));
        }
    }
}
