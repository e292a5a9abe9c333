package org.courant.lab.faults.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.utils.Bytes;

/**
 * A history in a directory: one file of gzipped JSON, bytes in Base64.
 *
 * @param directory the run's; made where it is missing
 */
public record HistoryFile(Path directory) {
    private static final String NAME = "history.json.gz";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Bytes.class, BytesInJson.class)
            .build();

    /** Writes it, over one that was there. */
    public void write(RecordedHistory history) throws IOException {
        Files.createDirectories(directory);
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(directory.resolve(NAME)))) {
            JSON.writeValue(file, history);
        }
    }

    /** Reads what {@link #write} wrote. */
    public RecordedHistory read() throws IOException {
        try (InputStream file = new GZIPInputStream(Files.newInputStream(directory.resolve(NAME)))) {
            return JSON.readValue(file, RecordedHistory.class);
        }
    }

    /** Tells Jackson that {@link Bytes} are bytes. */
    private abstract static class BytesInJson {
        @JsonCreator
        static Bytes wrap(byte[] bytes) {
            return Bytes.wrap(bytes);
        }

        @JsonValue
        abstract byte[] get();
    }
}
