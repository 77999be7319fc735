package io.clipforge.local.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    @Test
    void whatIsSentArrivesAndComesBack() throws IOException {
        try (var echo = new Echo();
                var proxy = TcpProxy.to(echo.address());
                var client = connect(proxy)) {
            assertEquals('a', answer(client, 'a'));
            assertEquals('b', answer(client, 'b'));
        }
    }

    @Test
    void aCutBreaksOpenConnectionsAndRefusesNewOnes() throws IOException {
        try (var echo = new Echo();
                var proxy = TcpProxy.to(echo.address());
                var client = connect(proxy)) {
            assertEquals('a', answer(client, 'a'));
            proxy.cut();
            assertEquals(-1, readToTheEnd(client));
            assertThrows(ConnectException.class, () -> connect(proxy).close());
        }
    }

    @Test
    void afterTheMendTheSamePortLeadsThroughAgain() throws IOException {
        try (var echo = new Echo();
                var proxy = TcpProxy.to(echo.address())) {
            proxy.cut();
            proxy.mend();
            try (var client = connect(proxy)) {
                assertEquals('a', answer(client, 'a'));
            }
        }
    }

    @Test
    void whenTheServerEndsAConnectionSoDoesTheProxy() throws IOException {
        try (var echo = new Echo();
                var proxy = TcpProxy.to(echo.address());
                var client = connect(proxy)) {
            assertEquals('a', answer(client, 'a'));
            client.getOutputStream().write(Echo.GOODBYE);
            assertEquals(-1, readToTheEnd(client));
        }
    }

    private static Socket connect(TcpProxy proxy) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int answer(Socket client, int letter) throws IOException {
        client.getOutputStream().write(letter);
        return client.getInputStream().read();
    }

    /** A broken connection ends, or says that it was broken. */
    private static int readToTheEnd(Socket client) throws IOException {
        try {
            return client.getInputStream().read();
        } catch (SocketException _) {
            return -1;
        }
    }

    private static final class Echo implements AutoCloseable {
        static final int GOODBYE = 4;

        private final ServerSocket server =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        Echo() throws IOException {
            Thread.startVirtualThread(this::accept);
        }

        InetSocketAddress address() {
            return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
        }

        private void accept() {
            while (true) {
                try {
                    var client = server.accept();
                    Thread.startVirtualThread(() -> repeat(client));
                } catch (IOException _) {
                    return; // closed
                }
            }
        }

        private static void repeat(Socket client) {
            try (client) {
                for (int it = client.getInputStream().read();
                        it >= 0 && it != GOODBYE;
                        it = client.getInputStream().read()) {
                    client.getOutputStream().write(it);
                }
            } catch (IOException _) {
                // the proxy was cut
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
