package io.clipforge.local.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One keep-alive connection: a request out, its answer in. It does next to nothing, so that the
 * load costs little beside what answers it; of HTTP it understands what the services here send.
 */
final class Wire implements AutoCloseable {
    private static final int SPACE = 1 << 16;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(SPACE);
    private final ByteBuffer in = ByteBuffer.allocateDirect(SPACE);
    private int bodyAt;

    private Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** To a service on this machine. */
    static Wire to(int port) throws IOException {
        var channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Wire(channel);
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @return its status
     * @throws IOException when the connection breaks before
     */
    int exchange(byte[] request) throws IOException {
        out.clear().put(request).flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        in.clear();
        bodyAt = 0;
        while (bodyAt == 0) {
            int from = in.position();
            receive();
            bodyAt = endOfHead(Math.max(0, from - 3));
        }
        int end = bodyAt + contentLength();
        if (end > in.capacity()) {
            throw new IOException("an answer of " + end + " bytes is not expected");
        }
        while (in.position() < end) {
            receive();
        }
        return 100 * digit(STATUS_AT) + 10 * digit(STATUS_AT + 1) + digit(STATUS_AT + 2);
    }

    /** Of the last answer. */
    String body() {
        return text(bodyAt, in.position());
    }

    /** Of the last answer. */
    Optional<String> header(String name) {
        return text(0, bodyAt)
                .lines()
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                .map(it -> it.substring(name.length() + 1).strip())
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void receive() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the connection was closed before the answer was complete");
        }
    }

    /** Where the body begins; 0 while the head is not complete. */
    private int endOfHead(int from) {
        for (int i = from; i + 3 < in.position(); i++) {
            if (in.get(i) == '\r' && in.get(i + 2) == '\r' && in.get(i + 3) == '\n') {
                return i + 4;
            }
        }
        return 0;
    }

    private int contentLength() throws IOException {
        for (int i = 0; i < bodyAt; i++) {
            if (in.get(i) == '\n' && isLength(i + 1)) {
                int length = 0;
                for (int j = i + 1 + LENGTH.length; in.get(j) != '\r'; j++) {
                    length = in.get(j) == ' ' ? length : 10 * length + digit(j);
                }
                return length;
            }
        }
        throw new IOException("an answer without a length: " + text(0, bodyAt));
    }

    private boolean isLength(int start) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((in.get(start + i) | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int digit(int index) {
        return in.get(index) - '0';
    }

    private String text(int from, int to) {
        var bytes = new byte[to - from];
        in.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
