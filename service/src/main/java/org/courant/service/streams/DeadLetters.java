package org.courant.service.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.service.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes dead letters, counts and logs them. */
record DeadLetters(String service, String topic, MeterRegistry meters, Repeats repeats) {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private static final int MOST_REASON_CHARACTERS = 2_000;

    /** A record may be larger than its topic's limit, which counts compressed bytes. */
    private static final String TOO_LARGE =
            " (the record of %d bytes fits into no dead letter; its value is to be read at its topic, partition and offset)";

    /** Reads what {@link DeadLetterHandlers#settings} wrote. */
    static DeadLetters from(Map<String, ?> settings) {
        return new DeadLetters(
                (String) required(settings, DeadLetterHandlers.STAGE),
                (String) required(settings, DeadLetterHandlers.TOPIC),
                (MeterRegistry) required(settings, DeadLetterHandlers.METERS),
                (Repeats) required(settings, DeadLetterHandlers.REPEATS));
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
        Throwable cause = Fault.rootOf(error);
        Headers own = headers == null ? new RecordHeaders() : headers;
        boolean whole = fits(size(key, value, own));
        boolean headed = whole || fits(size(key, null, own));
        DeadLetterHeaders added = new DeadLetterHeaders(
                whole ? reason(cause) : reason(cause) + TOO_LARGE.formatted(size(key, value, own)),
                service + "/" + step,
                cause.getClass().getName(),
                Objects.requireNonNullElse(context.topic(), ""),
                context.partition(),
                context.offset(),
                DeadLetterHeaders.attemptIn(own) + 1);
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, null, headed ? key : null, whole ? value : null, headed ? own : null);
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

    /** Counts what a punctuation has failed at, and logs it as often as is of use; there is no record to keep. */
    void passOver(String step, Exception error) {
        meters.counter("courant.punctuations.failed", "stage", service + "/" + step)
                .increment();
        repeats.untold(step + " " + Fault.rootOf(error).getClass().getName()).ifPresent(untold -> {
            if (untold == 0) {
                LOG.error("{}/{}: a punctuation failed and is passed over", service, step, error);
            } else {
                LOG.error(
                        "{}/{}: {} more punctuations failed and are passed over, the last with {}",
                        service,
                        step,
                        untold + 1,
                        Fault.rootOf(error).toString());
            }
        });
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
                reason(Fault.rootOf(error)));
    }

    private static boolean fits(long size) {
        return size <= StreamsSettings.MOST_LETTER_BYTES;
    }

    private static long size(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long size = (key == null ? 0L : key.length) + (value == null ? 0L : value.length);
        for (Header header : headers) {
            size += header.key().length() + (header.value() == null ? 0L : header.value().length);
        }
        return size;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            StackTraceElement[] trace = cause.getStackTrace();
            return cause.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
        }
        return message.length() <= MOST_REASON_CHARACTERS
                ? message
                : message.substring(0, MOST_REASON_CHARACTERS) + "…";
    }

    private static Object required(Map<String, ?> settings, String key) {
        Object value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is not set; use DeadLetterHandlers.settings");
        }
        return value;
    }
}
