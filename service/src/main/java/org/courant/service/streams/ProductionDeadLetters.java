package org.courant.service.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.courant.service.Fault;

/**
 * For records whose results cannot be serialized. A result that Kafka refuses fails the task: the refusal has already
 * doomed the transaction, so there is nothing to go on with ({@link BoundedSerde} keeps what is too large from getting
 * that far). Kafka makes the instances; see {@link DeadLetterHandlers}.
 */
public final class ProductionDeadLetters implements ProductionExceptionHandler {
    private static final String STEP = "serialization";

    private DeadLetters letters;

    @Override
    public void configure(Map<String, ?> settings) {
        letters = DeadLetters.from(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> refused, Exception error) {
        letters.refuse(context, "production", error);
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord unwritten,
            Exception error,
            SerializationExceptionOrigin origin) {
        if (Fault.whileWriting(error) == Fault.WORLD) {
            letters.refuse(context, STEP, error);
            return Response.fail();
        }
        if (DeadLetters.isPunctuation(context)) {
            letters.passOver(STEP, error);
            return Response.resume();
        }
        return Response.resume(List.of(letters.letter(context, STEP, error)));
    }
}
