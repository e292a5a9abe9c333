package org.courant.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What an {@link HttpFixture} answers.
 *
 * @param status HTTP status
 * @param headers sent as they are
 * @param body bytes of the body
 * @param delivery how the body reaches the client
 */
@SuppressWarnings("ArrayRecordComponent") // answers are sent, never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    /** How the body of an answer reaches the client. */
    public enum Delivery {
        /** At once, with its length stated. */
        WHOLE,
        /** The first half, then the connection ends; the stated length is that of the whole. */
        TRUNCATED,
        /** One byte every 50 milliseconds. */
        DRIPPING,
        /** Over and over again, for as long as the client reads. */
        ENDLESS,
        /** The first half, then silence until the fixture closes. */
        STALLED
    }

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public static HttpAnswer ok(String body) {
        return of(200, body);
    }

    public static HttpAnswer of(int status, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer of(int status, byte[] body) {
        return new HttpAnswer(status, Map.of(), body, Delivery.WHOLE);
    }

    public static HttpAnswer redirect(int status, String location) {
        return of(status, "").with("Location", location);
    }

    /** The same with one more header. */
    public HttpAnswer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body, delivery);
    }

    public HttpAnswer delivered(Delivery how) {
        return new HttpAnswer(status, headers, body, how);
    }

    /** The body compressed and said to be so. */
    public HttpAnswer gzipped() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HttpAnswer(status, headers, compressed.toByteArray(), delivery).with("Content-Encoding", "gzip");
    }
}
