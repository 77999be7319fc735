package io.clipforge.sdk.http;

import io.clipforge.sdk.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One file on its way down, over as many connections as it takes. */
final class Download implements AutoCloseable {
    private final Exchange exchange;
    private final URI address;
    private final FileChannel file;
    private final ProgressListener listener;
    private Optional<String> etag = Optional.empty();
    private volatile long received;
    private volatile long total = -1;
    private int connection;

    Download(Exchange exchange, URI address, Path partial, ProgressListener listener) {
        this.exchange = exchange;
        this.address = address;
        this.listener = listener;
        try {
            this.file =
                    FileChannel.open(
                            partial,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches what is still missing. */
    long attempt() {
        HttpRequest request = request();
        HttpResponse<Void> answer = exchange.send(request, this::receive, () -> received);
        if (answer.statusCode() != 200 && answer.statusCode() != 206) {
            throw Transfers.refused(request, answer.statusCode());
        }
        return received;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("User-Agent", UserAgent.VALUE);
        if (received > 0 && etag.isPresent()) {
            // with If-Range a file that has changed comes from its beginning
            request.header("Range", "bytes=" + received + "-")
                    .header("If-Range", etag.orElseThrow());
        }
        return request.build();
    }

    private BodySubscriber<Void> receive(ResponseInfo answer) {
        if (answer.statusCode() != 200 && answer.statusCode() != 206) {
            return BodySubscribers.discarding();
        }
        int mine = begin(answer.statusCode(), answer.headers());
        return BodySubscribers.ofByteArrayConsumer(
                bytes -> bytes.ifPresent(arrived -> write(mine, arrived)));
    }

    private synchronized int begin(int status, HttpHeaders headers) {
        if (status == 200) {
            restart();
        }
        etag = headers.firstValue("ETag").filter(tag -> tag.startsWith("\""));
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        total = length < 0 ? -1 : received + length;
        return ++connection;
    }

    private void restart() {
        try {
            file.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        received = 0;
    }

    private synchronized void write(int mine, byte[] bytes) {
        if (mine != connection) {
            // a connection that was given up still had something to say
            return;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                received += file.write(buffer, received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.onProgress(received, total);
    }
}
