package org.courant.publish.edition;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.schemas.SourceStatus;
import org.jspecify.annotations.Nullable;

/** Files what a source delivered with the edition of the day it was delivered for. */
public final class FileDelivery extends ContextualProcessor<String, @Nullable SourceStatus, String, Filing> {
    @Override
    public void process(Record<String, @Nullable SourceStatus> record) {
        SourceStatus status = record.value();
        if (status == null || status.getLastBatch() == null) {
            return;
        }
        String date = status.getLastBatch().getDate().toString();
        Filing.Delivery.of(status)
                .ifPresent(delivery -> context().forward(new Record<>(date, delivery, record.timestamp())));
    }
}
