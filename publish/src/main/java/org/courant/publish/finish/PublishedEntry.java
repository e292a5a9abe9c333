package org.courant.publish.finish;

import org.courant.publish.Fingerprint;
import org.courant.schemas.DigestEntry;
import org.courant.service.streams.StreamsSettings;

/**
 * What is remembered of an entry that readers have.
 *
 * @param date the edition it is filed in, as {@code 2026-06-24}
 * @param fingerprint SHA-256 over the whole record, provenance included
 */
record PublishedEntry(String date, String fingerprint) {
    static PublishedEntry of(DigestEntry entry) {
        Fingerprint fingerprint = Fingerprint.of(entry);
        if (fingerprint.bytes() > StreamsSettings.MOST_VALUE_BYTES) {
            throw new UnprocessableStory("its entry has %d bytes; at most %d fit into a record"
                    .formatted(fingerprint.bytes(), StreamsSettings.MOST_VALUE_BYTES));
        }
        return new PublishedEntry(entry.getEdition().toString(), fingerprint.sha256());
    }

    /** Reads what {@link #toString} wrote into the store. */
    static PublishedEntry parse(String text) {
        int space = text.indexOf(' ');
        return new PublishedEntry(text.substring(0, space), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return date + " " + fingerprint;
    }
}
