package org.courant.schemas.hash;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The {@code contentHash} of a record: SHA-256, in lower-case hexadecimal, over the canonical form of all fields that
 * stand before {@code contentHash} in its schema.
 *
 * <p>The canonical form of a value is one ASCII letter and what follows it; all numbers are big-endian:
 *
 * <ul>
 *   <li>{@code n} null;
 *   <li>{@code s} text or the symbol of an enum: number of bytes (4 bytes), UTF-8;
 *   <li>{@code i} int, long, date (days since 1970-01-01) or timestamp (milliseconds since then): 8 bytes, two's
 *       complement;
 *   <li>{@code d} double: 8 bytes, IEEE 754, negative zero as zero;
 *   <li>{@code b} boolean: one byte, 0 or 1;
 *   <li>{@code l} array: number of elements (4 bytes), the elements;
 *   <li>{@code r} record: number of fields (4 bytes), the fields in the order of the schema.
 * </ul>
 *
 * The hashed value is a record of only the fields before {@code contentHash}. So an entry begins with the letter
 * {@code r} and the number of these fields, then {@code s}, the length of its id and the id.
 */
public final class ContentHash {
    private static final String FIELD = "contentHash";

    private ContentHash() {}

    /**
     * The hash that belongs into a record; what stands there already does not matter.
     *
     * @throws IllegalArgumentException if the record has no field {@code contentHash}
     */
    public static String of(SpecificRecord record) {
        Schema.Field hash = record.getSchema().getField(FIELD);
        if (hash == null) {
            throw new IllegalArgumentException(record.getSchema().getFullName() + " has no field " + FIELD);
        }
        return new CanonicalForm().record(record, hash.pos()).sha256();
    }

    /**
     * The hash of a digest: SHA-256 over the content hashes of its entries in order, each as 64 characters of
     * lower-case hexadecimal and a line feed; what {@code sha256sum} prints for a file with one hash a line.
     */
    public static String ofAll(List<String> contentHashes) {
        CanonicalForm lines = new CanonicalForm();
        contentHashes.forEach(lines::line);
        return lines.sha256();
    }
}
