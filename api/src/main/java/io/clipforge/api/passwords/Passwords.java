package io.clipforge.api.passwords;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes passwords and checks them, a few at once. */
@Singleton
public class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2Hash.Cost cost;
    private final Semaphore permits;
    private final SecureRandom random = new SecureRandom();
    private final Argon2Hash nobodys;

    Passwords(PasswordSettings settings) {
        this.cost = settings.cost();
        this.permits = new Semaphore(settings.permits(), true);
        this.nobodys = new Argon2Hash(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** What is stored instead of a password. */
    public String hash(String password) {
        return oneOfFew(() -> Argon2Hash.of(password, cost, bytes(SALT_BYTES), HASH_BYTES).text());
    }

    /** Whether a password is the one behind a hash. */
    public boolean matches(String password, String hash) {
        var known = Argon2Hash.parse(hash);
        return oneOfFew(() -> known.matches(password));
    }

    /** Takes as long as {@link #matches}, so that nobody can tell that there is no hash. */
    public void matchNobodys(String password) {
        oneOfFew(() -> nobodys.matches(password));
    }

    /** Whether a hash was made at another cost than hashes are made now. */
    public boolean outdated(String hash) {
        return !Argon2Hash.parse(hash).cost().equals(cost);
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static ApiProblem busy() {
        return ApiProblem.retryable(
                ProblemType.SERVICE_UNAVAILABLE,
                "Too many people sign in at the moment.",
                Duration.ofSeconds(2));
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
