package org.courant.service.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Sends every record that a Streams application cannot process to the dead-letter topic, within the transaction of its
 * task, and goes on with the next.
 *
 * <p>A dead letter is the record as it was received by the sub-topology that failed: key, value and headers byte for
 * byte, with {@link org.courant.schemas.topic.DeadLetterHeaders} added. Its timestamp is the time of writing, since the
 * retention of the topic counts from there. What is not the fault of the record - the registry or Kafka does not
 * answer, a state store is broken - makes no dead letter: it fails the task, which {@link StreamsLifecycle} starts
 * again.
 *
 * <p>The handlers hear of exceptions only; {@link RecordGuard}, {@link GuardedSerde} and {@link Punctuations} see to it
 * that errors reach them too.
 *
 * <p>Streams lets go of the received bytes once a processor has written to a logged store or a topic. So a processor
 * does whatever may throw before its first {@code put} or {@code forward}; else the dead letter has only the position
 * of the record.
 */
public final class DeadLetterHandlers {
    static final String STAGE = "courant.dead-letters.stage";
    static final String TOPIC = "courant.dead-letters.topic";
    static final String METERS = "courant.dead-letters.meters";
    static final String REPEATS = "courant.dead-letters.repeats";

    private DeadLetterHandlers() {}

    /**
     * The settings that make a Streams application use the handlers.
     *
     * @param stage name of the service, first part of the stage that a dead letter names
     * @param topic full name of the dead-letter topic
     * @param meters counts dead letters by stage as {@code courant.dead.letters}
     */
    public static Map<String, Object> settings(String stage, String topic, MeterRegistry meters) {
        return Map.of(
                STAGE,
                stage,
                TOPIC,
                topic,
                METERS,
                meters,
                REPEATS,
                // One for all tasks, which fail alike.
                new Repeats(InstantSource.system()),
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeserializationDeadLetters.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                ProcessingDeadLetters.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                ProductionDeadLetters.class);
    }
}
