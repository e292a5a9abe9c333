package org.courant.enrich.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.world.Items;
import org.courant.schemas.SourceItem;
import org.junit.jupiter.api.Test;

class ValidateTest {
    private static final String PAPER = "arxiv:2606.00001";

    /** Where Kafka's own partitioner puts the paper, of six. */
    private static final int PARTITION = 1;

    private static final int OTHER = (PARTITION + 1) % 6;

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final Validate validate = new Validate("courant.source-items", 6, new SimpleMeterRegistry());

    @Test
    void aRecordWhereItsKeyBelongsIsADelivery() {
        process(PARTITION);

        assertThat(context.forwarded())
                .singleElement()
                .satisfies(forward -> assertThat(forward.record().value()).isInstanceOf(Delivery.class));
    }

    @Test
    void aRecordInAnotherPartitionIsRefusedWithTheOneWhereItBelongs() {
        assertThatThrownBy(() -> process(OTHER))
                .isInstanceOf(UnusableRecord.class)
                .hasMessageContaining("in partition " + OTHER)
                .hasMessageContaining("'" + PAPER + "' into " + PARTITION + " of 6");
    }

    private void process(int partition) {
        context.setRecordMetadata("courant.source-items", partition, 17);
        validate.init(context);
        SourceItem item = Items.item("item", PAPER);
        validate.process(new Record<>(PAPER, item, 1L));
    }
}
