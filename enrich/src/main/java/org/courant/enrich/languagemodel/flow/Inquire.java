package org.courant.enrich.languagemodel.flow;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.Requests;
import org.courant.enrich.record.Answer;
import org.courant.enrich.record.Inquiry;
import org.courant.enrich.story.PublishedStory;
import org.courant.schemas.Story;
import org.courant.schemas.SummaryRequest;

/**
 * Hears what is published of each story and inquires after the summary of its text; takes the inquiry back when the
 * story has another text or is gone. By story in, {@link Inquiry} by text out.
 */
final class Inquire implements Processor<String, PublishedStory, String, Inquiry> {
    private final ModelVersion version;
    private ProcessorContext<String, Inquiry> context;
    private KeyValueStore<String, Answer> inquiries;

    Inquire(ModelVersion version) {
        this.version = version;
    }

    @Override
    public void init(ProcessorContext<String, Inquiry> context) {
        this.context = context;
        this.inquiries = context.getStateStore(ModelStores.INQUIRIES);
    }

    @Override
    public void process(Record<String, PublishedStory> record) {
        String storyId = record.key();
        Story story = record.value().story();
        Optional<SummaryRequest> request = story == null ? Optional.empty() : Requests.of(story);
        Optional<String> key = request.map(version::key);
        Optional<String> before = Optional.ofNullable(inquiries.get(storyId)).map(Answer::getKey);
        if (key.equals(before)) {
            return;
        }
        before.ifPresent(
                old -> context.forward(record.withKey(old).withValue(new Inquiry(storyId, false, "", "", ""))));
        if (request.isEmpty()) {
            inquiries.delete(storyId);
            return;
        }
        inquiries.put(storyId, new Answer(key.get(), null));
        context.forward(record.withKey(key.get()).withValue(inquiry(storyId, request.get())));
    }

    private static Inquiry inquiry(String storyId, SummaryRequest request) {
        return new Inquiry(
                storyId,
                true,
                request.getTitle(),
                request.getBody(),
                request.getSourceKind().name());
    }
}
