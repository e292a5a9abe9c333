package org.courant.publish.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Spares a browser what it already has: a good answer carries a validator made of its content, and whoever names that
 * validator hears that nothing has changed (RFC 9110). It is weak since the answer may be compressed or not.
 */
final class Etags {
    private Etags() {}

    static void addTo(Context context) {
        InputStream result = context.resultInputStream();
        if (context.status() != HttpStatus.OK || !(result instanceof ByteArrayInputStream content)) {
            return;
        }
        String etag = "W/\"%s-%s\"".formatted(HexFormat.of().toHexDigits(checksum(content)), content.available());
        context.header("ETag", etag);
        String known = context.header("If-None-Match");
        if (known != null && Arrays.stream(known.split(",")).map(String::strip).anyMatch(etag::equals)) {
            context.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
        }
    }

    private static int checksum(ByteArrayInputStream content) {
        byte[] bytes = content.readAllBytes();
        // An in-memory stream goes back to its beginning.
        content.reset();
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
