package org.courant.ingest.worker;

import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;

/** Hears how far the import of a file is, after every slice of it that is in the log of record. */
public interface ImportProgress {
    /** Nobody listens. */
    ImportProgress SILENT = (source, cursor, more) -> {};

    /**
     * A slice has been written.
     *
     * @param cursor its marks say how far the file has been read
     * @param more whether more is to come
     */
    void slice(Source source, SourceCursor cursor, boolean more);
}
