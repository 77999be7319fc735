package io.clipforge.local.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A cable to a server. While it is cut, open connections are broken and new ones refused. */
final class TcpProxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;
    private CompletableFuture<Void> accepting;

    private TcpProxy(InetSocketAddress target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
        port = listening.getLocalPort();
        accepting = accept(listening);
    }

    static TcpProxy to(InetSocketAddress target) throws IOException {
        return new TcpProxy(target, listen(0));
    }

    int port() {
        return port;
    }

    /** To be called by one thread at a time, as is {@link #mend}. */
    void cut() throws IOException {
        synchronized (this) {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        }
        accepting.join(); // only then is the port free
    }

    synchronized void mend() throws IOException {
        if (listening.isClosed()) {
            listening = listen(port);
            accepting = accept(listening);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private CompletableFuture<Void> accept(ServerSocket from) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        while (true) {
                            join(from.accept());
                        }
                    } catch (IOException e) {
                        if (!from.isClosed()) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                Thread::startVirtualThread);
    }

    private synchronized void join(Socket client) throws IOException {
        if (listening.isClosed()) { // cut between the accept and here
            client.close();
            return;
        }
        var server = new Socket();
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        server.connect(target);
        open.add(client);
        open.add(server);
        Thread.startVirtualThread(() -> copy(client, server));
        Thread.startVirtualThread(() -> copy(server, client));
    }

    /** Until either side ends, which ends both. */
    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // a broken connection is what this is for; the other end notices
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }
}
