package org.courant.learn.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.courant.service.settings.InvalidSettings;

/** JSON lines, plain or gzipped. */
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /**
     * Reads the objects of files, and of all {@code .jsonl} and {@code .jsonl.gz} in folders, in the order of their
     * names.
     *
     * @throws InvalidSettings if one cannot be read
     */
    public static void forEach(List<Path> paths, Consumer<JsonNode> reader) {
        for (Path path : paths) {
            try {
                for (Path file : files(path)) {
                    read(file, reader);
                }
            } catch (IOException unreadable) {
                throw new InvalidSettings(
                        List.of("%s: cannot be read (%s); give JSON lines, plain or gzipped, or a folder"
                                .formatted(path, unreadable.getMessage())));
            }
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, Consumer<JsonNode> reader) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                JsonNode node = line.isBlank() ? JSON.nullNode() : JSON.readTree(line);
                if (node.isObject()) {
                    reader.accept(node);
                }
            }
        }
    }
}
