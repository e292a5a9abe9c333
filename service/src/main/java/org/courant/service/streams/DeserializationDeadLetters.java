package org.courant.service.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.courant.service.Fault;

/** For records that cannot be read. Kafka makes the instances; see {@link DeadLetterHandlers}. */
public final class DeserializationDeadLetters implements DeserializationExceptionHandler {
    private static final String STEP = "deserialization";

    private DeadLetters letters;

    @Override
    public void configure(Map<String, ?> settings) {
        letters = DeadLetters.from(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unread, Exception error) {
        if (Fault.whileReading(error) == Fault.WORLD) {
            letters.refuse(context, STEP, error);
            return Response.fail();
        }
        return Response.resume(
                List.of(letters.letter(context, STEP, unread.key(), unread.value(), unread.headers(), error)));
    }
}
