package org.courant.publish.finish;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.publish.PublishMeters;
import org.courant.publish.edition.FiledEntry;
import org.courant.publish.edition.Filing;
import org.courant.publish.finish.Finished.Filed;
import org.courant.publish.finish.Finished.Publication;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * Finishes stories: makes the entry of each, and passes on only what readers do not have yet. An entry that moves to
 * another day is taken out of the edition of the old one.
 */
public final class Finish implements Processor<String, @Nullable Story, String, Finished> {
    /** Store of what readers have: story id to {@link PublishedEntry}. */
    public static final String STORE = "published-entries";

    private final EntryAssembly assembly;
    private final PublishMeters meters;
    private ProcessorContext<String, Finished> context;
    private KeyValueStore<String, String> published;

    public Finish(Ranking ranking, PublishMeters meters) {
        this.assembly = new EntryAssembly(ranking);
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Finished> context) {
        this.context = context;
        this.published = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, @Nullable Story> record) {
        Optional<DigestEntry> entry = check(record).flatMap(this::finish);
        Optional<PublishedEntry> after = entry.map(PublishedEntry::of);
        String id = record.key();
        Optional<PublishedEntry> before = Optional.ofNullable(published.get(id)).map(PublishedEntry::parse);
        if (before.equals(after)) {
            return;
        }
        // Whatever may throw has been done: from here on the received bytes are no longer at hand for a dead letter.
        forward(record, id, new Publication(entry.orElse(null)));
        before.filter(old -> after.isEmpty() || !after.get().date().equals(old.date()))
                .ifPresent(old -> forward(record, old.date(), new Filed(new Filing.Withdrawal(id))));
        entry.ifPresent(filed ->
                forward(record, filed.getEdition().toString(), new Filed(new Filing.Entry(FiledEntry.of(filed)))));
        published.put(id, after.map(PublishedEntry::toString).orElse(null));
        (entry.isPresent() ? meters.upserts() : meters.tombstones()).increment();
    }

    private static Optional<Story> check(Record<String, @Nullable Story> record) {
        if (record.key() == null) {
            throw new UnprocessableStory("the key is null; it must be the story id");
        }
        Story story = record.value();
        if (story != null && !story.getStoryId().equals(record.key())) {
            throw new UnprocessableStory("the key is '%s' and the story id '%s'; they must be equal"
                    .formatted(record.key(), story.getStoryId()));
        }
        return Optional.ofNullable(story);
    }

    private Optional<DigestEntry> finish(Story story) {
        Optional<String> lacking = Completeness.lacking(story);
        if (lacking.isPresent()) {
            meters.held(lacking.get()).increment();
            return Optional.empty();
        }
        return Optional.of(assembly.entry(story));
    }

    private void forward(Record<String, ?> cause, String key, Finished finished) {
        context.forward(new Record<>(key, finished, cause.timestamp()));
    }
}
