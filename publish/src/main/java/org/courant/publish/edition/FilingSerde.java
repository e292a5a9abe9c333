package org.courant.publish.edition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of filings in the internal topics and stores of this service: a version, a letter for the kind, and the
 * fields; texts as length (4 bytes) and UTF-8. Nobody else reads them, so they are not Avro and need no registry.
 */
public final class FilingSerde implements Serde<Filing> {
    private static final int VERSION = 1;

    @Override
    public Serializer<Filing> serializer() {
        return (topic, filing) -> filing == null ? null : write(filing);
    }

    @Override
    public Deserializer<Filing> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private static byte[] write(Filing filing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            if (filing instanceof Filing.Entry entry) {
                out.writeByte('e');
                writeEntry(out, entry.entry());
            } else if (filing instanceof Filing.Withdrawal withdrawal) {
                out.writeByte('w');
                writeText(out, withdrawal.entryId());
            } else if (filing instanceof Filing.Delivery delivery) {
                out.writeByte('d');
                writeText(out, delivery.sourceId());
                writeText(out, delivery.sourceName());
                out.writeInt(delivery.expected());
                out.writeInt(delivery.got());
            }
        } catch (IOException impossible) {
            throw new SerializationException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeEntry(DataOutputStream out, FiledEntry entry) throws IOException {
        writeText(out, entry.entryId());
        writeText(out, entry.sectionId());
        writeText(out, entry.sectionTitle());
        out.writeDouble(entry.rankScore());
        out.writeLong(entry.publishedAt());
        writeText(out, entry.contentHash());
        out.writeInt(entry.sources().size());
        for (String source : entry.sources()) {
            writeText(out, source);
        }
    }

    private static Filing read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new SerializationException("a filing of version " + version + "; this build reads " + VERSION);
            }
            char kind = (char) in.readByte();
            return switch (kind) {
                case 'e' -> new Filing.Entry(readEntry(in));
                case 'w' -> new Filing.Withdrawal(readText(in));
                case 'd' -> new Filing.Delivery(readText(in), readText(in), in.readInt(), in.readInt());
                default -> throw new SerializationException("a filing of the unknown kind '" + kind + "'");
            };
        } catch (IOException truncated) {
            throw new SerializationException("a filing that ends too early", truncated);
        }
    }

    private static FiledEntry readEntry(DataInputStream in) throws IOException {
        return new FiledEntry(
                readText(in), readText(in), readText(in), in.readDouble(), in.readLong(), readText(in), readTexts(in));
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(readText(in));
        }
        return texts;
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new SerializationException("a filing with a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
