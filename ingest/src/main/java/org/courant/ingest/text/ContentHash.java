package org.courant.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.courant.schemas.SourceItem;
import org.courant.schemas.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of what an item says: SHA-256 over, in this order, itemId, identities, title, body, url, authors,
 * categories, version and announceType.
 *
 * <p>A string is its length in UTF-8 bytes as four bytes, highest first, and these bytes; a missing string is the
 * length -1; a list is its size as four bytes and its strings; a number is four bytes. Dates, attributes and licence
 * are left out: they change while the item says the same.
 */
public final class ContentHash {
    private final MessageDigest digest = Sha256.start();

    private ContentHash() {}

    /** The hash in hexadecimal, of an item's builder that has all the fields named above. */
    public static String of(SourceItem.Builder item) {
        ContentHash hash = new ContentHash();
        hash.add(item.getItemId());
        hash.add(item.getIdentities());
        hash.add(item.getTitle());
        hash.add(item.getBody());
        hash.add(item.getUrl());
        hash.add(item.getAuthors());
        hash.add(item.getCategories());
        hash.add(item.getVersion());
        hash.add(item.getAnnounceType());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    /** The hash of a document's bytes in hexadecimal. */
    public static String of(byte[] document) {
        return HexFormat.of().formatHex(Sha256.start().digest(document));
    }

    private void add(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        add(text == null ? -1 : bytes.length);
        digest.update(bytes);
    }

    private void add(List<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
