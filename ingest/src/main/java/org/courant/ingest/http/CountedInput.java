package org.courant.ingest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes over the wire and ends it at a limit. */
final class CountedInput extends FilterInputStream {
    private final long limit;
    private long count;

    CountedInput(InputStream wire, long limit) {
        super(wire);
        this.limit = limit;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        counted(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int more) throws LimitExceededException {
        count += more;
        if (count > limit) {
            throw new LimitExceededException("the body is larger than " + limit + " bytes");
        }
    }
}
