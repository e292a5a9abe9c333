package org.courant.lab.faults.proxy;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A client's connection and the broker's, with a thread for each direction. */
final class ProxiedConnection {
    private static final int BYTES = 64 * 1024;
    private static final long DELAY_MILLIS = 500;

    private final SocketChannel client;
    private final SocketChannel broker;
    private final Supplier<ProxyMode> mode;
    private final Consumer<ProxiedConnection> atEnd;
    private volatile boolean hasLostBytes;

    ProxiedConnection(
            SocketChannel client, SocketChannel broker, Supplier<ProxyMode> mode, Consumer<ProxiedConnection> atEnd) {
        this.client = client;
        this.broker = broker;
        this.mode = mode;
        this.atEnd = atEnd;
    }

    void start() throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        broker.setOption(StandardSocketOptions.TCP_NODELAY, true);
        thread("requests", () -> pump(client, broker, ProxyMode.DROP_REQUESTS));
        thread("answers", () -> pump(broker, client, ProxyMode.DROP_ANSWERS));
    }

    boolean hasLostBytes() {
        return hasLostBytes;
    }

    /** Resets both ends. */
    void close() {
        reset(client);
        reset(broker);
        atEnd.accept(this);
    }

    private void pump(SocketChannel from, SocketChannel to, ProxyMode dropping) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        try {
            while (from.read(bytes.clear()) >= 0) {
                if (mode.get() == dropping || hasLostBytes) {
                    hasLostBytes = true;
                    continue;
                }
                if (mode.get() == ProxyMode.DELAY) {
                    TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
                }
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
            }
        } catch (IOException ended) {
            // One end has gone; so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private static void reset(SocketChannel channel) {
        try {
            if (channel.isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            channel.close();
        } catch (IOException closed) {
            // The other side was quicker.
        }
    }

    private static void thread(String direction, Runnable body) {
        Thread thread = new Thread(body, "proxied-" + direction);
        thread.setDaemon(true);
        thread.start();
    }
}
