package org.courant.enrich.world;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.validate.Validate;

/** A valid item, as it stands in the end. */
record OracleItem(Held held) {
    static OracleItem of(Given given, long firstSeen) {
        MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
        context.setRecordMetadata("source-items", given.partition(), given.offset());
        Validate validate = new Validate(new SimpleMeterRegistry());
        validate.init(context);
        validate.process(new Record<>(given.key(), given.item(), given.timestamp()));
        Delivery delivery = (Delivery) context.forwarded().get(0).record().value();
        return new OracleItem(new Held(firstSeen, 0L, null, delivery));
    }

    /** Strongest first. */
    List<String> names() {
        return held.getDelivery().getIdentities();
    }
}
