package io.clipforge.sdk.http;

import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.StorageException;
import io.clipforge.sdk.errors.UnexpectedAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/**
 * Moves bytes to and from presigned addresses. These requests carry no key: the address itself is
 * the permission.
 */
public final class Transfers {
    private final Exchange exchange;
    private final Retries retries;

    Transfers(Exchange exchange, Retries retries) {
        this.exchange = exchange;
        this.retries = retries;
    }

    /**
     * Puts one piece of a file, again when it fails.
     *
     * @param address asked anew for every attempt, since an address may have expired
     * @return the tag the storage gave it
     */
    public String put(Supplier<URI> address, FileSlice slice) {
        return retries.run(
                () -> putOnce(address.get(), slice),
                failure -> worthRepeating(failure) || expired(failure));
    }

    /**
     * Fetches a file, going on where a cut connection left off; the target appears only when it is
     * complete.
     */
    public void download(URI address, Path target, ProgressListener listener) {
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        try (Download download = new Download(exchange, address, partial, listener)) {
            retries.run(download::attempt, Transfers::worthRepeating);
        }
        try {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String putOnce(URI address, FileSlice slice) {
        slice.restart();
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("User-Agent", UserAgent.VALUE)
                        .PUT(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(slice::open), slice.length()))
                        .build();
        HttpResponse<Void> answer = exchange.send(request, BodyHandlers.discarding(), slice::moved);
        if (answer.statusCode() != 200) {
            throw refused(request, answer.statusCode());
        }
        return answer.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new UnexpectedAnswerException("the storage gave no ETag", null));
    }

    static StorageException refused(HttpRequest request, int status) {
        return new StorageException(
                Exchange.name(request) + ": the storage answered " + status, status);
    }

    private static boolean worthRepeating(ClipForgeException failure) {
        if (failure instanceof StorageException refused) {
            int status = refused.status();
            return status == 408 || status == 429 || status >= 500;
        }
        return failure instanceof ConnectionException;
    }

    private static boolean expired(ClipForgeException failure) {
        return failure instanceof StorageException refused && refused.status() == 403;
    }
}
