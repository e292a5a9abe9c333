package org.courant.cli.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.courant.service.CannotStart;

/**
 * A folder of captured data.
 *
 * @param root folder
 */
public record DataFolder(Path root) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The data in a folder.
     *
     * @throws CannotStart if there is no such folder
     */
    public static DataFolder at(Path root) {
        if (!Files.isDirectory(root)) {
            throw new CannotStart("there is no folder " + root + "; name the one with the captured data by --data");
        }
        return new DataFolder(root);
    }

    public boolean has(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    /** The files in one of its folders whose names start and end so, in the order of their names. */
    public List<String> files(String folder, String start, String end) {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(start) && name.endsWith(end))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        } catch (IOException broken) {
            throw new CannotStart(root.resolve(folder) + " cannot be listed: " + broken.getMessage(), broken);
        }
    }

    /**
     * The JSON objects of a gzipped file, one a line.
     *
     * @throws CannotStart if the file is absent or is none
     */
    public List<JsonNode> lines(String file) {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path(file))), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException broken) {
            throw new CannotStart(path(file) + " cannot be read: " + broken.getMessage(), broken);
        }
        return lines;
    }

    /** The regular files in a gzipped tar archive. */
    public List<TarFile> archive(String file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path(file)))) {
            return TarFile.read(in);
        } catch (IOException broken) {
            throw new CannotStart(path(file) + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    static JsonNode json(byte[] document) {
        try {
            return JSON.readTree(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path path(String file) {
        if (!has(file)) {
            throw new CannotStart(root + " lacks " + file);
        }
        return root.resolve(file);
    }
}
