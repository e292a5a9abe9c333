package org.courant.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bytes of RocksDB's tables. Its log files for people are left out: they are a few kilobytes for a store of any size.
 */
final class DiskUse {
    private DiskUse() {}

    /** By store; its tables are {@code .../<store>/<number>.sst}, in the folder of each task. */
    static Map<String, Long> byStore(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .collect(Collectors.groupingBy(
                            file -> file.getName(file.getNameCount() - 2).toString(),
                            TreeMap::new,
                            Collectors.summingLong(DiskUse::bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Path file) {
        return file.toFile().length();
    }
}
