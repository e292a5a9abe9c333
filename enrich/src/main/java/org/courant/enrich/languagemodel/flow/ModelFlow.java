package org.courant.enrich.languagemodel.flow;

import static org.courant.enrich.store.Channels.only;

import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.Requests;
import org.courant.enrich.record.Answer;
import org.courant.enrich.record.Inquiry;
import org.courant.enrich.store.Channels;
import org.courant.enrich.store.RecordSerde;
import org.courant.enrich.story.LaterSummaries;
import org.courant.enrich.story.LaterSummaries.LaterSummary;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.works.TouchedStory;
import org.courant.schemas.Story;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.GuardedSerde;
import org.jspecify.annotations.Nullable;

/**
 * A join of stories with summaries over the hash of the text.
 *
 * <pre>
 *                 by story                       by text
 *   assemble ─► inquire ────────── inquiries ─► register ─► summary-requests ─► (asked outside)
 *   assemble ◄─ take-answer ◄───── answers ◄─── hear ◄───── summaries ◄──────── (written outside)
 * </pre>
 *
 * <p>What a model answers is a record that is read like any other, so the stories are still a function of the records.
 * They do not depend on the order either: a story has inquired after the text that it was last told with, the channels
 * from a story to a text and back keep their order, so the last that a story hears of this text is the summary that was
 * last written for it, and what it hears of other texts it drops. A story is told again by the same stage that tells it
 * first, which publishes it only where it differs from what was last published.
 *
 * <p>Kafka Streams' own join over a foreign key does not do: it would keep a second copy of all stories, and publish a
 * story for every answer, a repeated one too.
 *
 * @param version of the model and prompt that are used; summaries of others are left alone
 */
public record ModelFlow(Topics topics, AvroSerdes serdes, ModelVersion version) {
    /** Store that the stage that tells stories shares with those that hear of answers. */
    public static final String INQUIRIES = ModelStores.INQUIRIES;

    /** What has been answered to the stories of a task, for the stage that tells them. */
    public LaterSummaries answersIn(ProcessorContext<?, ?> context) {
        KeyValueStore<String, Answer> inquiries = context.getStateStore(INQUIRIES);
        return story -> summary(story, inquiries.get(story.getStoryId()));
    }

    /** Adds the stores; before anything refers to them. */
    public void addStoresTo(StreamsBuilder builder) {
        ModelStores.all().forEach(builder::addStateStore);
    }

    /**
     * Adds the stages.
     *
     * <p>The names of the sources stand behind those of all other sources in the alphabet, so Streams gives the other
     * parts of the topology the numbers that they have without a model, and their local state is used on.
     *
     * @param published stories as they are published, by story
     * @return stories that have to be told again, by story
     */
    public KStream<String, TouchedStory> addTo(StreamsBuilder builder, KStream<String, PublishedStory> published) {
        Channels channels = new Channels(topics, serdes);
        KStream<String, Object> registered = published
                .process(() -> new Inquire(version), Named.as("inquire"), ModelStores.INQUIRIES)
                .repartition(channels.to("summary-inquiries", RecordSerde.of(Inquiry.class)))
                .process(Register::new, Named.as("register"), ModelStores.READERS, ModelStores.ANSWERS);
        KStream<String, Object> heard = builder.stream(
                        topics.summaries().name(),
                        Consumed.with(Serdes.String(), new GuardedSerde<>(serdes.of(topics.summaries())))
                                .withName("summaries"))
                .process(() -> new Hear(version), Named.as("hear"), ModelStores.READERS, ModelStores.ANSWERS);
        KStream<String, Object> said = registered.merge(heard, Named.as("said"));

        only(WrittenRequest.class, "summary-requests", said)
                .mapValues(WrittenRequest::request, Named.as("summary-request"))
                .to(topics.summaryRequests().name(), channels.into(topics.summaryRequests()));
        return only(Answer.class, "summary-answers", said)
                .repartition(channels.to("summary-answers", RecordSerde.of(Answer.class)))
                .process(TakeAnswer::new, Named.as("take-answer"), ModelStores.INQUIRIES);
    }

    private Optional<LaterSummary> summary(Story story, @Nullable Answer answer) {
        if (answer == null) {
            return Optional.empty();
        }
        return Requests.of(story)
                .filter(request -> version.key(request).equals(answer.getKey()))
                .flatMap(request -> Optional.ofNullable(answer.getText()))
                .map(text -> new LaterSummary(text, version.summariser()));
    }
}
