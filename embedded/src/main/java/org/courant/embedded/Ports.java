package org.courant.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
final class Ports {
    private Ports() {}

    /** A port that nobody listens on at this moment; another process may take it before the caller does. */
    static int anyFree() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedException("no free port on 127.0.0.1: " + e, e);
        }
    }

    /** @throws EmbeddedException where somebody listens on that port */
    static void requireFree(int port, String user) {
        try {
            bound(port).close();
        } catch (BindException e) {
            throw inUse(port, user, e);
        } catch (IOException e) {
            throw new EmbeddedException("port " + port + " on 127.0.0.1 cannot be used: " + e, e);
        }
    }

    static EmbeddedException inUse(int port, String user, Throwable cause) {
        return new EmbeddedException(
                "port " + port + " on 127.0.0.1, meant for the " + user
                        + ", is in use; stop the process that listens there or choose another port",
                cause);
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // As the servers do: connections that linger after a restart do not count as a listener.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
