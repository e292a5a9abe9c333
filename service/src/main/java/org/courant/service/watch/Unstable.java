package org.courant.service.watch;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition in which a transaction has been open for long: {@code read_committed} readers wait before it.
 *
 * @param partition where
 * @param offset of the transaction's first record, the last stable offset
 * @param since when it was first seen to stay there
 */
record Unstable(TopicPartition partition, long offset, Instant since) {}
