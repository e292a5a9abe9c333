package org.courant.ingest.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads lines of bytes from a place in a file on; of a line that is too long only the beginning is kept. */
final class LineReader implements Closeable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream input;
    private final int mostBytes;
    private long offset;

    LineReader(Path file, long offset, int mostBytes) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file).position(offset);
        this.input = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
        this.mostBytes = mostBytes;
        this.offset = offset;
    }

    /** Where the next line begins, in bytes from the start of the file. */
    long offset() {
        return offset;
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long start = offset;
        int octet = input.read();
        while (octet >= 0 && octet != '\n') {
            offset++;
            if (bytes.size() < mostBytes) {
                bytes.write(octet);
            }
            octet = input.read();
        }
        boolean cut = offset - start > mostBytes;
        offset += octet < 0 ? 0 : 1;
        return offset == start ? Optional.empty() : Optional.of(new Line(bytes.toByteArray(), cut));
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /**
     * A line.
     *
     * @param cut whether there was more of it
     */
    @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
    record Line(byte[] bytes, boolean cut) {}
}
