package org.courant.lab.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.courant.lab.faults.cluster.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private ServerSocket echo;
    private TcpProxy proxy;
    private int port;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(this::serve, "echo");
        serving.setDaemon(true);
        serving.start();
        port = new Ports().next();
        proxy = TcpProxy.start(port, echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void bytesGoBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoed(client, 1)).isEqualTo(1);
            assertThat(echoed(client, 2)).isEqualTo(2);
        }
    }

    @Test
    void aCutResetsWhatIsOpenAndRefusesWhatIsNewUntilItHeals() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoed(client, 1)).isEqualTo(1);
            proxy.mode(ProxyMode.CUT);
            assertThatThrownBy(() -> echoed(client, 2)).isInstanceOf(SocketException.class);
        }
        try (Socket client = connect()) {
            assertThatThrownBy(() -> echoed(client, 3)).isInstanceOf(SocketException.class);
        }
        proxy.mode(ProxyMode.FORWARD);
        try (Socket client = connect()) {
            assertThat(echoed(client, 4)).isEqualTo(4);
        }
    }

    @Test
    void aHalfOpenConnectionIsSilentAndIsResetWhenTheNetworkHealsSinceItHasLostBytes() throws IOException {
        for (ProxyMode mode : new ProxyMode[] {ProxyMode.DROP_REQUESTS, ProxyMode.DROP_ANSWERS}) {
            try (Socket client = connect()) {
                client.setSoTimeout(300);
                assertThat(echoed(client, 1)).isEqualTo(1);
                proxy.mode(mode);
                assertThatThrownBy(() -> echoed(client, 2)).isInstanceOf(SocketTimeoutException.class);
                proxy.mode(ProxyMode.FORWARD);
                client.setSoTimeout(10_000);
                assertThatThrownBy(() -> echoed(client, 3)).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void aDelayHoldsBytesBackAndLosesNone() throws IOException {
        proxy.mode(ProxyMode.DELAY);
        try (Socket client = connect()) {
            long begin = System.nanoTime();
            assertThat(echoed(client, 1)).isEqualTo(1);
            assertThat(System.nanoTime() - begin).isGreaterThan(900_000_000L);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static int echoed(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new SocketException("closed");
        }
        return answer;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> echo(socket), "echo-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException reset) {
            // The test does that.
        }
    }
}
