package org.courant.enrich.match;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What a change leads to elsewhere.
 *
 * @param key who has to hear of it
 * @param value what
 */
record Effect(String key, Object value) {
    void forward(Record<?, ?> cause, ProcessorContext<String, Object> context) {
        context.forward(cause.withKey(key).withValue(value));
    }
}
