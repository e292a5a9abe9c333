package org.courant.enrich.languagemodel.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.record.Answer;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryStatus;
import org.jspecify.annotations.Nullable;

/**
 * Remembers every summary of this model and prompt, refusals too, and tells the stories that wait for it. The request
 * is done then.
 *
 * <p>Forwards {@link Answer} by story and {@link WrittenRequest} by text.
 */
final class Hear implements Processor<String, @Nullable Summary, String, Object> {
    private final ModelVersion version;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<StoreKey, byte[]> readers;
    private KeyValueStore<String, Answer> answers;

    Hear(ModelVersion version) {
        this.version = version;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.readers = context.getStateStore(ModelStores.READERS);
        this.answers = context.getStateStore(ModelStores.ANSWERS);
    }

    @Override
    public void process(Record<String, @Nullable Summary> record) {
        String key = record.key();
        if (key == null || !version.made(key)) {
            return;
        }
        Summary summary = record.value();
        Answer after = new Answer(key, accepted(summary));
        Answer before = answers.get(key);
        answers.put(key, summary == null ? null : after);
        if (after.equals(before)) {
            return;
        }
        List<String> waiting = readersOf(key);
        waiting.forEach(storyId -> context.forward(record.withKey(storyId).withValue(after)));
        if (before == null && !waiting.isEmpty()) {
            context.forward(record.withKey(key).withValue(new WrittenRequest(null)));
        }
    }

    private static @Nullable String accepted(@Nullable Summary summary) {
        return summary != null && summary.getStatus() == SummaryStatus.ACCEPTED ? summary.getText() : null;
    }

    private List<String> readersOf(String key) {
        List<String> stories = new ArrayList<>();
        try (KeyValueIterator<StoreKey, byte[]> found = StateStores.startingWith(readers, key)) {
            found.forEachRemaining(entry -> stories.add(entry.key.part(1)));
        }
        return stories;
    }
}
