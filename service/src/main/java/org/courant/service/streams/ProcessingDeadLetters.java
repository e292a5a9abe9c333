package org.courant.service.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.courant.service.Fault;

/**
 * For records that a processor throws an exception at, and for punctuations that throw one. Kafka makes the instances;
 * see {@link DeadLetterHandlers}.
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
        if (Fault.whileWriting(error) == Fault.WORLD) {
            letters.refuse(context, step, error);
            return Response.fail();
        }
        if (DeadLetters.isPunctuation(context)) {
            letters.passOver(step, error);
            return Response.resume();
        }
        return Response.resume(List.of(letters.letter(context, step, error)));
    }
}
