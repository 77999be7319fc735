package io.clipforge.net;

import io.clipforge.net.CheckedDns.ForbiddenAddressException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to URLs that strangers chose.
 *
 * <ol>
 *   <li>The URL is judged as written ({@link Reach#objection}).
 *   <li>Its name is looked up once; only addresses within reach are kept, and exactly those are
 *       dialled.
 *   <li>Redirects are answers to a post; a download judges each of them anew.
 *   <li>Each exchange runs on a thread of its own, so that a limit of time or an interrupt of the
 *       caller ends it wherever it is stuck.
 * </ol>
 *
 * <p>Thread-safe; keep one for as long as the process lives, since it keeps connections.
 */
public final class SafeHttp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SafeHttp.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Reach reach;
    private final Limits limits;
    private final CloseableHttpClient secure;
    private final CloseableHttpClient plain;

    public SafeHttp(Reach reach, Limits limits) {
        this(reach, limits, InetAddress::getAllByName, systemTrust());
    }

    SafeHttp(Reach reach, Limits limits, CheckedDns.Names names, SSLContext tls) {
        this.reach = reach;
        this.limits = limits;
        this.secure = HttpClients.client(dns(names, "https"), tls, limits);
        this.plain = HttpClients.client(dns(names, "http"), tls, limits);
        if (reach == Reach.ALSO_LOOPBACK) {
            LOG.warn("Requests for tenants may reach this machine's loopback: development only");
        }
    }

    private CheckedDns dns(CheckedDns.Names names, String scheme) {
        return new CheckedDns(names, address -> reach.admits(scheme, address));
    }

    /**
     * Posts a body. A redirect is an answer like any other, never followed.
     *
     * @param headers to send beside those of HTTP itself
     */
    public PostOutcome post(URI target, Map<String, String> headers, byte[] body)
            throws InterruptedException {
        Optional<Forbidden> objection = reach.objection(target);
        if (objection.isPresent()) {
            return objection.get();
        }
        HttpPost request = new HttpPost(target);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        return within(() -> exchange(request, target), nothing -> nothing);
    }

    private PostOutcome exchange(HttpPost request, URI target) throws IOException {
        long start = System.nanoTime();
        try (Exchange exchange = Exchange.open(client(target), request)) {
            return exchange.excerpt(start);
        }
    }

    /**
     * Fetches a URL into a file, following at most {@value Download#MAX_REDIRECTS} redirects.
     * Nothing is left of the file unless the outcome is {@link Downloaded}.
     *
     * @throws IOException when the file cannot be written
     */
    public DownloadOutcome download(URI source, Path target, long maxBytes, Progress progress)
            throws IOException, InterruptedException {
        boolean complete = false;
        try (FileChannel file =
                FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            Download download = new Download(reach, this::client, file, maxBytes, progress);
            DownloadOutcome outcome = within(() -> download.from(source), nothing -> nothing);
            complete = outcome instanceof Downloaded;
            return outcome;
        } catch (UncheckedIOException disk) {
            throw disk.getCause();
        } finally {
            if (!complete) {
                Files.deleteIfExists(target);
            }
        }
    }

    private CloseableHttpClient client(URI target) {
        return Reach.scheme(target).equals("https") ? secure : plain;
    }

    private <T> T within(Callable<T> exchange, Function<NoAnswer, T> otherwise)
            throws InterruptedException {
        Future<T> future = threads.submit(exchange);
        try {
            return future.get(limits.total().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return otherwise.apply(Unreachable.timeout());
        } catch (ExecutionException failure) {
            return switch (failure.getCause()) {
                case ForbiddenAddressException _ ->
                        otherwise.apply(new Forbidden("the host has no public address"));
                case IOException network -> otherwise.apply(Unreachable.from(network));
                case RuntimeException broken -> throw broken;
                case null, default -> throw new IllegalStateException(failure);
            };
        } finally {
            // closes the socket the thread is stuck in
            future.cancel(true);
        }
    }

    private static SSLContext systemTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException noTls) {
            throw new IllegalStateException("this Java has no TLS", noTls);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        secure.close(CloseMode.IMMEDIATE);
        plain.close(CloseMode.IMMEDIATE);
    }
}
