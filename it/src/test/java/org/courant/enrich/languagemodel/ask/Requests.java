package org.courant.enrich.languagemodel.ask;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.enrich.languagemodel.FakeModel;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.RandomProse;
import org.courant.enrich.languagemodel.chat.Prompt;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.TopicReader;

/** Texts whose titles are numbers, as requests on a real topic. */
record Requests(Connection connection) {
    private static final ModelVersion VERSION = new ModelVersion(FakeModel.NAME, Prompt.VERSION);
    private static final int SENTENCES = 14;

    Topics topics() {
        return connection.topics();
    }

    /** Writes the texts of some numbers. */
    void write(int from, int count) {
        String topic = topics().summaryRequests().name();
        try (Serde<SummaryRequest> serde = connection.serdes().of(topics().summaryRequests());
                KafkaProducer<String, SummaryRequest> producer = new KafkaProducer<>(
                        // Sequence numbers can go wrong on a topic this young (KAFKA-15591).
                        connection.client(
                                Map.of("enable.idempotence", false, "max.in.flight.requests.per.connection", 1)),
                        new StringSerializer(),
                        serde.serializer())) {
            for (int number = from; number < from + count; number++) {
                producer.send(new ProducerRecord<>(topic, key(number), text(number)))
                        .get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String key(int number) {
        return VERSION.key(text(number));
    }

    /** What has been answered. */
    SortedMap<String, Summary> summaries() {
        return TopicReader.committed(connection.bootstrapServers()).table(topics().summaries(), connection.serdes());
    }

    /** Title to the reason of the refusal, which is empty for what was accepted. */
    SortedMap<String, String> reasons(Map<String, Summary> summaries) {
        Map<String, String> titles = new HashMap<>();
        for (int number = 0; number < summaries.size(); number++) {
            titles.put(key(number), String.valueOf(number));
        }
        SortedMap<String, String> reasons = new TreeMap<>();
        summaries.forEach((key, summary) -> reasons.put(titles.getOrDefault(key, key), summary.getReason()));
        return reasons;
    }

    private static SummaryRequest text(int number) {
        return new SummaryRequest(
                String.valueOf(number), RandomProse.of(new Random(number), SENTENCES), SourceKind.ARXIV);
    }
}
