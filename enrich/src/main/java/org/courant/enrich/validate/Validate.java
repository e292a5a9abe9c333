package org.courant.enrich.validate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.courant.enrich.record.Rejection;
import org.courant.schemas.SourceItem;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of the log of record into {@link org.courant.enrich.record.Delivery deliveries} and {@link Rejection
 * rejections}, keyed by item. The position in the log goes into the record here, before repartitioning loses it.
 */
public final class Validate implements Processor<@Nullable String, @Nullable SourceItem, String, SpecificRecord> {
    private final Counter items;
    private final Counter rejected;
    private ProcessorContext<String, SpecificRecord> context;

    public Validate(MeterRegistry meters) {
        items = meters.counter("courant.enrich.items");
        rejected = meters.counter("courant.enrich.rejected");
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
    }

    @Override
    public void process(Record<@Nullable String, @Nullable SourceItem> record) {
        SourceItem item = keyed(record.key(), record.value());
        RecordMetadata position = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record of a topic has a position"));
        SpecificRecord checked = ItemRules.check(
                item, new ItemRules.Origin(record.timestamp(), position.partition(), position.offset()));
        items.increment();
        if (checked instanceof Rejection) {
            rejected.increment();
        }
        // What a producer put into headers must not reach the tables: it may differ from delivery to delivery.
        context.forward(new Record<>(item.getItemId(), checked, record.timestamp(), new RecordHeaders()));
    }

    private static SourceItem keyed(@Nullable String key, @Nullable SourceItem item) {
        if (item == null) {
            throw new UnkeyedRecord("the record has no value; items are never deleted from this topic");
        }
        if (key == null) {
            throw new UnkeyedRecord("the record has no key; the key is the strongest identity of the item");
        }
        if (item.getItemId().isBlank() || ItemRules.bytes(item.getItemId()) > ItemRules.MOST_ID_BYTES) {
            throw new UnkeyedRecord("itemId is empty or longer than " + ItemRules.MOST_ID_BYTES + " bytes");
        }
        return item;
    }
}
