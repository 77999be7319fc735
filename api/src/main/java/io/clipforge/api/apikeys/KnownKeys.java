package io.clipforge.api.apikeys;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * What was found out about the secrets that were shown lately.
 *
 * <p>A finding serves the requests that come within {@link #LIFE} of asking for it, so a busy key
 * costs the database about one look a second on each replica, and a revocation takes effect within
 * that time everywhere, whatever else is up or down. Unknown secrets are remembered alike and no
 * longer. Hashes are kept, never secrets.
 */
@Singleton
final class KnownKeys {
    static final Duration LIFE = Duration.ofMillis(900);
    private static final int MOST = 20_000;

    private final AsyncCache<String, Finding> findings;
    private final Recognition recognition;

    KnownKeys(Recognition recognition, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.recognition = recognition;
        this.findings =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(LIFE)
                        .executor(blocking)
                        .buildAsync();
    }

    /** Answers at once when it is known. */
    CompletableFuture<Finding> find(KeyText text) {
        var hash = text.hexHash();
        var arrival = System.nanoTime();
        var found = findings.get(hash, this::look);
        return found.thenCompose(it -> fresh(it, arrival) ? found : lookAgain(hash, found));
    }

    /** After the change has committed: this replica asks again at once, the others in a moment. */
    void forget(ApiKey key) {
        findings.asMap()
                .values()
                .removeIf(
                        it -> !it.isDone() || it.isCompletedExceptionally() || it.join().isOf(key));
    }

    private Finding look(String hash) {
        var askedAt = System.nanoTime();
        return Finding.of(recognition.recognise(hash), askedAt);
    }

    /** The database may have taken its time: what counts is when it was asked. */
    private static boolean fresh(Finding finding, long arrival) {
        return arrival - finding.askedAt() <= LIFE.toNanos();
    }

    private CompletableFuture<Finding> lookAgain(String hash, CompletableFuture<Finding> stale) {
        findings.asMap().remove(hash, stale);
        return findings.get(hash, this::look);
    }
}
