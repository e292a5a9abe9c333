package org.courant.enrich.languagemodel.flow;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Answer;
import org.courant.enrich.record.Inquiry;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SummaryRequest;

/**
 * Keeps the stories that wait for the summary of a text. What is known is answered at once; for the first story of a
 * text that nothing is known of a request is written, and it is taken back with the last.
 *
 * <p>Forwards {@link Answer} by story and {@link WrittenRequest} by text.
 */
final class Register implements Processor<String, Inquiry, String, Object> {
    private ProcessorContext<String, Object> context;
    private KeyValueStore<StoreKey, byte[]> readers;
    private KeyValueStore<String, Answer> answers;

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.readers = context.getStateStore(ModelStores.READERS);
        this.answers = context.getStateStore(ModelStores.ANSWERS);
    }

    @Override
    public void process(Record<String, Inquiry> record) {
        String key = record.key();
        Inquiry inquiry = record.value();
        StoreKey reader = StoreKey.of(key, inquiry.getStoryId());
        Answer answer = answers.get(key);
        if (!inquiry.getWanted()) {
            readers.delete(reader);
            if (answer == null && !StateStores.holdsAny(readers, key)) {
                context.forward(record.withValue(new WrittenRequest(null)));
            }
            return;
        }
        boolean first = !StateStores.holdsAny(readers, key);
        StateStores.add(readers, reader);
        if (answer != null) {
            context.forward(record.withKey(inquiry.getStoryId()).withValue(answer));
        } else if (first) {
            context.forward(record.withValue(new WrittenRequest(request(inquiry))));
        }
    }

    private static SummaryRequest request(Inquiry inquiry) {
        return new SummaryRequest(inquiry.getTitle(), inquiry.getBody(), SourceKind.valueOf(inquiry.getSourceKind()));
    }
}
