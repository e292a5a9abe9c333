package org.courant.cli.evaluate.summaries;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Lines of files that are packed by gzip, alone or in a tar archive (POSIX ustar). */
final class PackedFiles {
    private static final int BLOCK = 512;

    private PackedFiles() {}

    static List<String> lines(Path gzip) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    /** The lines of the first file of an archive whose name ends in a suffix. */
    static List<String> lines(Path archive, String suffix) throws IOException {
        try (InputStream tar = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            byte[] header = tar.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
                if (text(header, 0, 100).endsWith(suffix)) {
                    return new String(tar.readNBytes(size), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                }
                tar.skipNBytes(size + (BLOCK - size % BLOCK) % BLOCK);
                header = tar.readNBytes(BLOCK);
            }
        }
        throw new EOFException(archive + " has no file '" + suffix + "'");
    }

    private static String text(byte[] header, int from, int length) {
        String padded = new String(header, from, length, StandardCharsets.US_ASCII);
        int end = padded.indexOf('\0');
        return end < 0 ? padded : padded.substring(0, end);
    }
}
