package org.courant.service.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * For records that a processor throws an exception at. A punctuation has no record, so its exceptions fail the task.
 * Kafka makes the instances; see {@link DeadLetterHandlers}.
 */
public final class ProcessingDeadLetters implements ProcessingExceptionHandler {
    private DeadLetters letters;

    @Override
    public void configure(Map<String, ?> settings) {
        letters = DeadLetters.from(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception error) {
        String step = context.processorNodeId();
        if (DeadLetters.isPunctuation(context) || Fault.whileWriting(error) == Fault.WORLD) {
            letters.refuse(context, step, error);
            return Response.fail();
        }
        return Response.resume(List.of(letters.letter(context, step, error)));
    }
}
