package org.courant.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageHeaders;
import org.courant.schemas.text.LowerCase;
import org.jspecify.annotations.Nullable;

/** Reads a body within limits on its packed size, its unpacked size and the ratio of the two. */
final class BoundedBody {
    private static final int BUFFER_BYTES = 16 * 1024;

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
        CountedInput wire = new CountedInput(entity.getContent(), limits.maxWireBytes());
        return isGzip(headers) ? copy(new GZIPInputStream(wire, BUFFER_BYTES), wire) : copy(wire, wire);
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

    private static boolean isGzip(MessageHeaders headers) throws IOException {
        Header[] codings = headers.getHeaders("Content-Encoding");
        String coding =
                codings.length == 0 ? "" : LowerCase.of(codings[0].getValue().strip());
        boolean gzip = coding.equals("gzip") || coding.equals("x-gzip");
        if (codings.length > 1 || !(gzip || coding.isEmpty() || coding.equals("identity"))) {
            // One layer of the one coding that was asked for: layers multiply the ratio.
            throw new LimitExceededException("the body is packed as '" + coding + "' and only gzip was asked for");
        }
        return gzip;
    }
}
