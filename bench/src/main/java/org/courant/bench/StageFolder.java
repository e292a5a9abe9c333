package org.courant.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a stage keeps its stores: {@code rocksdb/<store>/<files>}. */
record StageFolder(Path path) {
    Map<String, Long> bytesByStore() {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> stores = Files.list(path.resolve("rocksdb"))) {
            stores.forEach(store -> bytes.put(store.getFileName().toString(), bytes(store)));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables only: the log files that RocksDB writes for people are the same few kilobytes for any size. */
    private static long bytes(Path store) {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
