package io.clipforge.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** One download: a walk along redirects, then a copy. */
final class Download {
    static final int MAX_REDIRECTS = 5;
    private static final int CHUNK = 64 * 1024;

    private final long start = System.nanoTime();
    private final Reach reach;
    private final Function<URI, CloseableHttpClient> clients;
    private final FileChannel file;
    private final long maxBytes;
    private final Progress progress;

    Download(
            Reach reach,
            Function<URI, CloseableHttpClient> clients,
            FileChannel file,
            long maxBytes,
            Progress progress) {
        this.reach = reach;
        this.clients = clients;
        this.file = file;
        this.maxBytes = maxBytes;
        this.progress = progress;
    }

    DownloadOutcome from(URI source) throws IOException {
        URI current = source;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Optional<Forbidden> objection = reach.objection(current);
            if (objection.isPresent()) {
                return objection.get();
            }
            try (Exchange exchange = Exchange.open(clients.apply(current), new HttpGet(current))) {
                Optional<URI> next = exchange.redirectFrom(current);
                if (next.isEmpty()) {
                    return copy(exchange, current);
                }
                current = next.get();
            }
        }
        return new Unreachable(
                Unreachable.Cause.REDIRECTS, "more than " + MAX_REDIRECTS + " redirects");
    }

    private DownloadOutcome copy(Exchange exchange, URI source) throws IOException {
        if (exchange.status() != 200) {
            return new BadStatus(exchange.status());
        }
        if (exchange.expected() > maxBytes) {
            return new TooLarge(maxBytes);
        }
        InputStream body = exchange.body();
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            bytes += read;
            if (bytes > maxBytes) {
                return new TooLarge(maxBytes);
            }
            write(chunk, read);
            progress.received(bytes, exchange.expected());
        }
        return new Downloaded(bytes, source, Duration.ofNanos(System.nanoTime() - start));
    }

    /** A failure of our disk must not look like a failure of the server. */
    private void write(byte[] chunk, int length) {
        ByteBuffer rest = ByteBuffer.wrap(chunk, 0, length);
        try {
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
