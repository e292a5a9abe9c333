package org.courant.cli.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular file in a tar archive (POSIX.1-1988, "ustar"); names longer than its 100 bytes are cut, as nobody asks here
 * for files by such names.
 */
public final class TarFile {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int SIZE_DIGITS = 12;
    private static final int TYPE = 156;
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final String name;
    private final byte[] content;

    private TarFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static List<TarFile> read(InputStream in) throws IOException {
        List<TarFile> files = new ArrayList<>();
        for (byte[] header = in.readNBytes(BLOCK); isHeader(header); header = in.readNBytes(BLOCK)) {
            String name = text(header, 0, NAME);
            int size = Integer.parseInt(text(header, SIZE, SIZE_DIGITS).strip(), 8);
            if (size > MAX_BYTES) {
                throw new IOException(name + " has " + size + " bytes; at most " + MAX_BYTES + " are read");
            }
            byte[] content = in.readNBytes(size);
            if (content.length < size) {
                throw new EOFException("the archive ends within " + name);
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            if (header[TYPE] == '0' || header[TYPE] == 0) {
                files.add(new TarFile(name, content));
            }
        }
        return files;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static boolean isHeader(byte[] block) {
        return block.length == BLOCK && block[0] != 0;
    }

    private static String text(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }
}
