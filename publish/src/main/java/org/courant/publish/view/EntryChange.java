package org.courant.publish.view;

import java.time.Instant;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/**
 * One record of the topic of entries.
 *
 * @param entry the entry as it now is; null if it has been withdrawn
 * @param writtenAt timestamp of the record
 */
public record EntryChange(String entryId, @Nullable DigestEntry entry, int partition, long offset, Instant writtenAt) {}
