package org.courant.ingest.worker;

import java.nio.ByteBuffer;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.Source;
import org.courant.schemas.SourceItem;
import org.courant.schemas.hash.Sha256;

/** Keys and fingerprints of what the sources have delivered. */
final class SeenKeys {
    private static final int HEX_DIGITS = 16;

    private SeenKeys() {}

    static String of(Source source, SourceItem item) {
        return of(source, item.getItemId());
    }

    static String of(Source source, String itemId) {
        return source.getId() + "/" + itemId;
    }

    /** Not that of an item: what was rejected may become one once it is mended, and may have no id of its own. */
    static String of(Source source, Rejected rejected) {
        return source.getId() + "/rejected:" + rejected.itemId() + ":" + Long.toHexString(fingerprint(rejected));
    }

    /** First 64 bits of the content hash. */
    static long fingerprint(SourceItem item) {
        return Long.parseUnsignedLong(item.getContentHash().substring(0, HEX_DIGITS), 16);
    }

    static long fingerprint(Rejected rejected) {
        return ByteBuffer.wrap(Sha256.start().digest(rejected.raw())).getLong();
    }
}
