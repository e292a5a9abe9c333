package org.courant.schemas.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Feeds the canonical form that {@link ContentHash} states to a SHA-256. */
final class CanonicalForm {
    private final MessageDigest digest = Sha256.start();

    CanonicalForm record(SpecificRecord record, int fields) {
        tag('r', fields);
        for (int field = 0; field < fields; field++) {
            value(record.get(field));
        }
        return this;
    }

    void line(String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            digest.update((byte) 'n');
        } else if (value instanceof CharSequence text) {
            text(text.toString());
        } else if (value instanceof Enum<?> constant) {
            text(constant.name());
        } else if (value instanceof Boolean truth) {
            digest.update(new byte[] {'b', (byte) (truth ? 1 : 0)});
        } else if (value instanceof Double number) {
            // Adding zero turns negative zero into zero.
            number('d', Double.doubleToLongBits(number + 0.0));
        } else if (value instanceof Collection<?> list) {
            tag('l', list.size());
            list.forEach(this::value);
        } else if (value instanceof SpecificRecord record) {
            record(record, record.getSchema().getFields().size());
        } else {
            number('i', whole(value));
        }
    }

    private static long whole(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        } else if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        } else if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        throw new IllegalArgumentException(value.getClass() + " has no canonical form");
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tag('s', bytes.length);
        digest.update(bytes);
    }

    private void number(char tag, long value) {
        digest.update(ByteBuffer.allocate(9).put((byte) tag).putLong(value).flip());
    }

    private void tag(char tag, int count) {
        digest.update(ByteBuffer.allocate(5).put((byte) tag).putInt(count).flip());
    }
}
