package org.courant.lab.faults.history;

/**
 * A record that the suite wrote and that the product must put aside.
 *
 * @param kind such as {@code garbage} or {@code null-key}
 */
public record Poison(String topic, int partition, long offset, String kind) {}
