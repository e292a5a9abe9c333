package org.courant.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageHeaders;
import org.courant.schemas.text.LowerCase;
import org.jspecify.annotations.Nullable;

/** Reads a body within limits on its packed size, its unpacked size and the ratio of the two. */
final class BoundedBody {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    /** Codings that pack a body (IANA HTTP Content Coding Registry), gzip aside. Other names are no codings. */
    private static final Set<String> OTHER_CODINGS =
            Set.of("br", "compress", "x-compress", "dcb", "dcz", "deflate", "exi", "pack200-gzip", "zstd");

    private final HttpLimits limits;

    BoundedBody(HttpLimits limits) {
        this.limits = limits;
    }

    byte[] read(@Nullable HttpEntity entity, MessageHeaders headers) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > limits.maxWireBytes()) {
            throw new LimitExceededException("the body is " + entity.getContentLength()
                    + " bytes long, more than the limit of " + limits.maxWireBytes());
        }
        // Not closed here: that would read the rest of a body that is too large. The connection is closed instead.
        requireReadable(headers);
        CountedInput wire = new CountedInput(entity.getContent(), limits.maxWireBytes());
        PushbackInputStream start = new PushbackInputStream(wire, GZIP.length);
        return copy(isGzip(start) ? new GZIPInputStream(start, BUFFER_BYTES) : start, wire);
    }

    private byte[] copy(InputStream decoded, CountedInput wire) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = decoded.read(buffer); read >= 0; read = decoded.read(buffer)) {
            body.write(buffer, 0, read);
            check(body.size(), wire.count());
        }
        return body.toByteArray();
    }

    private void check(long decoded, long wire) throws LimitExceededException {
        if (decoded > limits.maxDecodedBytes()) {
            throw new LimitExceededException("the body unpacks to more than " + limits.maxDecodedBytes() + " bytes");
        }
        if (decoded > limits.ratioFromBytes() && decoded > wire * limits.maxRatio()) {
            throw new LimitExceededException("the body unpacks to more than " + limits.maxRatio() + " times its size");
        }
    }

    /**
     * Whether a body is packed, told from its first two bytes (RFC 1952, section 2.3.1): servers leave the header out
     * for a file that ends in .gz, name gzip for a body that is plain, and name there what is no coding at all.
     */
    private static boolean isGzip(PushbackInputStream wire) throws IOException {
        byte[] start = wire.readNBytes(GZIP.length);
        wire.unread(start);
        return Arrays.equals(start, GZIP);
    }

    private static void requireReadable(MessageHeaders headers) throws LimitExceededException {
        int gzips = 0;
        for (Header header : headers.getHeaders("Content-Encoding")) {
            for (String coding : LowerCase.of(header.getValue()).split(",", -1)) {
                String name = coding.strip();
                gzips += name.equals("gzip") || name.equals("x-gzip") ? 1 : 0;
                // One layer of the one coding that was asked for: layers multiply the ratio.
                if (OTHER_CODINGS.contains(name) || gzips > 1) {
                    throw new LimitExceededException(
                            "the body is packed as '" + header.getValue() + "' and only gzip was asked for");
                }
            }
        }
    }
}
