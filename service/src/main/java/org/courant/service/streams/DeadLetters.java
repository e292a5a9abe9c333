package org.courant.service.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes dead letters, counts and logs them. */
record DeadLetters(String service, String topic, MeterRegistry meters) {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** Reads what {@link DeadLetterHandlers#settings} wrote. */
    static DeadLetters from(Map<String, ?> settings) {
        return new DeadLetters(
                (String) required(settings, DeadLetterHandlers.STAGE),
                (String) required(settings, DeadLetterHandlers.TOPIC),
                (MeterRegistry) required(settings, DeadLetterHandlers.METERS));
    }

    /** A letter that holds the record that was being processed. */
    ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, String step, Exception error) {
        return letter(context, step, context.sourceRawKey(), context.sourceRawValue(), context.headers(), error);
    }

    ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context,
            String step,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            Exception error) {
        Throwable cause = rootOf(error);
        Headers own = headers == null ? new RecordHeaders() : headers;
        DeadLetterHeaders added = new DeadLetterHeaders(
                reason(cause),
                service + "/" + step,
                cause.getClass().getName(),
                Objects.requireNonNullElse(context.topic(), ""),
                context.partition(),
                context.offset(),
                DeadLetterHeaders.attemptIn(own) + 1);
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, null, null, key, value, own);
        added.addTo(letter.headers());
        meters.counter("courant.dead.letters", "stage", added.stage()).increment();
        LOG.warn(
                "{}: {} [{}] offset {} became a dead letter: {}",
                added.stage(),
                added.topic(),
                added.partition(),
                added.offset(),
                added.reason());
        return letter;
    }

    /** Whether something else than a record was being processed, so that there is nothing to make a letter of. */
    static boolean isPunctuation(ErrorHandlerContext context) {
        return context.topic() == null;
    }

    /** Logs why a record is not to blame; the caller fails the task. */
    void refuse(ErrorHandlerContext context, String step, Exception error) {
        LOG.warn(
                "{}/{}: {} [{}] offset {} has to wait: {}",
                service,
                step,
                context.topic(),
                context.partition(),
                context.offset(),
                reason(rootOf(error)));
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        for (int depth = 0; root.getCause() != null && depth < Fault.MOST_CAUSES; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static Object required(Map<String, ?> settings, String key) {
        Object value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is not set; use DeadLetterHandlers.settings");
        }
        return value;
    }
}
