package org.courant.lab.faults.planted;

import java.util.Map;

/**
 * A method that behaves otherwise than it was written.
 *
 * @param type full name of its class
 * @param method name, or {@code <init>}
 * @param advice what is copied into it
 * @param properties system properties that the advice reads
 */
record Change(String type, String method, Class<?> advice, Map<String, String> properties) {
    Change {
        properties = Map.copyOf(properties);
    }

    static Change of(String type, String method, Class<?> advice) {
        return new Change(type, method, advice, Map.of());
    }
}
