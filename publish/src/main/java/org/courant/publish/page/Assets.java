package org.courant.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The files that pages need, held in memory. Their addresses change with their content, so browsers may keep them. */
public final class Assets {
    /**
     * A file.
     *
     * @param path address, with its version
     * @param type media type
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Asset(String name, String path, String type, byte[] content) {}

    private final Map<String, Asset> byName;

    /** Reads the files that come with the service. */
    public Assets() {
        byName = Stream.of(
                        load("courant.css", "text/css; charset=utf-8"),
                        load("courant.svg", "image/svg+xml"),
                        load("keyboard.js", "text/javascript; charset=utf-8"),
                        load("live.js", "text/javascript; charset=utf-8"))
                .collect(Collectors.toMap(Asset::name, Function.identity()));
    }

    public Optional<Asset> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The address of a file. */
    public String path(String name) {
        return get(name)
                .orElseThrow(() -> new IllegalArgumentException("no asset '" + name + "'"))
                .path();
    }

    private static Asset load(String name, String type) {
        try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("assets/" + name + " is missing from this build");
            }
            byte[] content = file.readAllBytes();
            return new Asset(name, "/assets/" + name + "?v=" + version(content), type, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("assets/" + name + " cannot be read", unreadable);
        }
    }

    private static String version(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
