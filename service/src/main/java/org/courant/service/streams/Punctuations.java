package org.courant.service.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Schedules punctuations of which none ends its task: what one throws is logged and counted, and the next one comes at
 * its time. What has to be done nevertheless is work that the processor's stores still hold as undone.
 */
public final class Punctuations {
    private Punctuations() {}

    /** Has something done by wall-clock time, about once in each interval, from the init of a processor. */
    public static void every(Duration interval, ProcessingContext context, Runnable punctuation) {
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> {
            try {
                punctuation.run();
            } catch (Error error) {
                throw RecordFailure.of(error);
            }
        });
    }
}
