package org.courant.publish.finish;

import org.courant.publish.edition.Filing;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/** What finishing a story leads to. */
public sealed interface Finished {
    /** The entry for readers; keyed by its id, null withdraws it. */
    record Publication(@Nullable DigestEntry entry) implements Finished {}

    /** What the edition has to know; keyed by its date. */
    record Filed(Filing filing) implements Finished {}
}
