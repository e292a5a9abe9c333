package org.courant.ingest.http;

import java.time.Duration;

/**
 * How much of anything one request may take.
 *
 * @param connect longest time until a connection stands
 * @param read longest silence of the server
 * @param total longest time for a whole request, name resolution and slow bodies included
 * @param maxWireBytes largest body as it comes
 * @param maxDecodedBytes largest body once unpacked
 * @param maxRatio largest ratio between the two
 * @param ratioFromBytes unpacked size from which the ratio counts: small documents may well repeat themselves
 * @param maxRedirects most redirects of one request
 */
public record HttpLimits(
        Duration connect,
        Duration read,
        Duration total,
        long maxWireBytes,
        long maxDecodedBytes,
        int maxRatio,
        long ratioFromBytes,
        int maxRedirects) {
    private static final long MIB = 1024L * 1024;

    /** 5 s to connect, 15 s of silence, 30 s in all; 10 MiB that unpack to 50 MiB; five redirects. */
    public static final HttpLimits STANDARD = new HttpLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), 10 * MIB, 50 * MIB, 200, 4 * MIB, 5);

    /** The same with another limit for the time of a request; the parts never exceed the whole. */
    public HttpLimits within(Duration whole) {
        return new HttpLimits(
                shorter(connect, whole),
                shorter(read, whole),
                whole,
                maxWireBytes,
                maxDecodedBytes,
                maxRatio,
                ratioFromBytes,
                maxRedirects);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
