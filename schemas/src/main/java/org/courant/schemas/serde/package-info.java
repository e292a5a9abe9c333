/** Avro records in Confluent's wire format. */
@NullMarked
package org.courant.schemas.serde;

import org.jspecify.annotations.NullMarked;
