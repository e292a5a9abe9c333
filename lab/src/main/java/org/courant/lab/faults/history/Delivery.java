package org.courant.lab.faults.history;

/**
 * A version of an item that the simulated world served, so that it must be found in the log of record.
 *
 * @param itemId as in {@code SourceItem.itemId}
 * @param title as in {@code SourceItem.title}; tells the versions of an item apart
 * @param mayBeMissed true where a later version replaced it in the feed, so that nobody may have seen it
 */
public record Delivery(String sourceId, String itemId, String title, boolean mayBeMissed) {}
