package org.courant.lab.faults.check;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the contract, computed from its text and from nothing of the product: a letter for the type, then
 * big-endian numbers, UTF-8, elements or fields.
 */
final class CanonicalHash {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Set<String> blank;

    private CanonicalHash(Set<String> blank) {
        this.blank = blank;
    }

    /**
     * Over the fields before {@code contentHash}.
     *
     * @param blank fields of the records within that count as empty or 0, since they say where a record stands
     */
    static String ofContent(GenericRecord record, Set<String> blank) {
        CanonicalHash hash = new CanonicalHash(blank);
        try {
            hash.fields(record, record.getSchema().getField("contentHash").pos());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return sha256(hash.bytes.toByteArray());
    }

    /** Over the content hashes of the entries of an edition, a line each. */
    static String ofDigest(List<String> contentHashes) {
        StringBuilder lines = new StringBuilder();
        contentHashes.forEach(hash -> lines.append(hash).append('\n'));
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void fields(GenericRecord record, int count) throws IOException {
        out.writeByte('r');
        out.writeInt(count);
        for (int field = 0; field < count; field++) {
            String name = record.getSchema().getFields().get(field).name();
            boolean isBlank = blank.contains(record.getSchema().getName() + "." + name);
            value(isBlank ? blankOf(record.get(field)) : record.get(field));
        }
    }

    private static Object blankOf(@Nullable Object value) {
        return value instanceof Number ? 0L : "";
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('n');
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeLong(Double.doubleToLongBits(number == 0 ? 0.0 : number));
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeByte('i');
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Collection<?> list) {
            out.writeByte('l');
            out.writeInt(list.size());
            for (Object each : list) {
                value(each);
            }
        } else if (value instanceof GenericRecord record) {
            fields(record, record.getSchema().getFields().size());
        } else {
            text(value.toString());
        }
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('s');
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
