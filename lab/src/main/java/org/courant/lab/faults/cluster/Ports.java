package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Free ports below those that the system gives to outgoing connections: a process that is killed must find its port
 * free when it is started again.
 */
public final class Ports {
    private static final int FIRST = 15_000;
    private static final int COUNT = 16_000;
    private static final int ATTEMPTS = 1_000;

    private final Random random = new Random();

    /** A port that nobody listens on now. */
    public int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + random.nextInt(COUNT);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IllegalStateException("no free port found between %d and %d".formatted(FIRST, FIRST + COUNT));
    }
}
