package org.courant.enrich.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A key of several texts, each written as its length (4 bytes, big endian) and UTF-8. So the bytes of a key's first
 * parts are a prefix of exactly the keys that begin with these parts.
 */
public record StoreKey(List<String> parts) {
    /** The order of the keys' bytes, in which stores hold them. */
    public static final Comparator<StoreKey> IN_STORES =
            (one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes());

    public StoreKey {
        parts = List.copyOf(parts);
    }

    public static StoreKey of(String... parts) {
        return new StoreKey(List.of(parts));
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** For the keys of a store. */
    public static Serde<StoreKey> serde() {
        return Serdes.serdeFrom(serializer(), deserializer());
    }

    static Serializer<StoreKey> serializer() {
        return (topic, key) -> key.bytes();
    }

    private static Deserializer<StoreKey> deserializer() {
        return (topic, bytes) -> read(ByteBuffer.wrap(bytes));
    }

    private byte[] bytes() {
        byte[][] encoded = new byte[parts.size()][];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = parts.get(i).getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] part : encoded) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }

    private static StoreKey read(ByteBuffer bytes) {
        List<String> parts = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] part = new byte[bytes.getInt()];
            bytes.get(part);
            parts.add(new String(part, StandardCharsets.UTF_8));
        }
        return new StoreKey(parts);
    }
}
