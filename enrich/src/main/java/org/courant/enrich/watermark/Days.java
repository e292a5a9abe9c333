package org.courant.enrich.watermark;

import java.util.concurrent.TimeUnit;

/** Days since 1970, UTC. */
public final class Days {
    private static final long MILLIS = TimeUnit.DAYS.toMillis(1);

    private Days() {}

    /** The day of a time in milliseconds since 1970. */
    public static int of(long millis) {
        return (int) Math.floorDiv(millis, MILLIS);
    }
}
