package org.courant.enrich.languagemodel.flow;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Answer;
import org.courant.enrich.works.TouchedStory;

/**
 * Puts an answer where its story finds it and has the story told again. An answer to a text that the story has no more
 * is dropped: the story has inquired after another one, and that inquiry will be answered too.
 */
final class TakeAnswer implements Processor<String, Answer, String, TouchedStory> {
    private ProcessorContext<String, TouchedStory> context;
    private KeyValueStore<String, Answer> inquiries;

    @Override
    public void init(ProcessorContext<String, TouchedStory> context) {
        this.context = context;
        this.inquiries = context.getStateStore(ModelStores.INQUIRIES);
    }

    @Override
    public void process(Record<String, Answer> record) {
        Answer answer = record.value();
        Answer before = inquiries.get(record.key());
        if (before == null || !before.getKey().equals(answer.getKey()) || before.equals(answer)) {
            return;
        }
        inquiries.put(record.key(), answer);
        context.forward(record.withValue(new TouchedStory()));
    }
}
