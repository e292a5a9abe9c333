package org.courant.lab.faults.history;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** One header of a record, as received. */
public record LogHeader(String key, @Nullable Bytes value) {}
