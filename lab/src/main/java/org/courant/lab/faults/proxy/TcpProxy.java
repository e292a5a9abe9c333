package org.courant.lab.faults.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Forwards connections to a port of this machine, or fails to, as its mode says. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocketChannel server;
    private final int target;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile ProxyMode mode = ProxyMode.FORWARD;

    private TcpProxy(ServerSocketChannel server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Listens on a port of 127.0.0.1. */
    public static TcpProxy start(int port, int target) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open()
                    .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            TcpProxy proxy = new TcpProxy(server, target);
            Thread accepting = new Thread(proxy::accept, "proxy-" + port);
            accepting.setDaemon(true);
            accepting.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy cannot listen on port " + port, e);
        }
    }

    public ProxyMode mode() {
        return mode;
    }

    /**
     * Changes what happens from now on. A connection that has lost bytes is reset, since what follows makes no sense.
     */
    public void mode(ProxyMode next) {
        mode = next;
        for (ProxiedConnection connection : connections) {
            if (next == ProxyMode.CUT || connection.hasLostBytes()) {
                connection.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(ProxiedConnection::close);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                forward(server.accept());
            } catch (IOException closed) {
                // The loop ends where the server was closed; one client more or less is not our concern.
            }
        }
    }

    private void forward(SocketChannel client) throws IOException {
        if (mode == ProxyMode.CUT) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0).close();
            return;
        }
        SocketChannel broker;
        try {
            broker = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException brokerIsDown) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0).close();
            return;
        }
        ProxiedConnection connection = new ProxiedConnection(client, broker, this::mode, connections::remove);
        connections.add(connection);
        connection.start();
        if (mode == ProxyMode.CUT) {
            connection.close();
        }
    }
}
