package io.clipforge.api.identity;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.requests.ClientAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Refuses sign-ins when too many have failed. The counts are kept in the database, for all replicas
 * together, and as digests: an e-mail that nobody has stays unwritten.
 *
 * <p>A try counts for its e-mail before the password is looked at, so that guesses sent all at once
 * are counted like guesses in a row. For its address it counts when it has failed: a whole office
 * that signs in at nine is no attack.
 */
@Singleton
public class SignInGuard {
    private static final String FAILED = "Sign-ins have failed too often";

    private final SignInFailures failures;
    private final SignInSettings settings;

    SignInGuard(SignInFailures failures, SignInSettings settings) {
        this.failures = failures;
        this.settings = settings;
    }

    void beginTry(Email email, InetAddress address) {
        refuseAbove(
                settings.failuresPerAddress() - 1,
                failures.look(origin(address), windowS()),
                FAILED);
        refuseAbove(settings.failuresPerPerson(), failures.count(person(email), windowS()), FAILED);
    }

    /** Hashing costs, and so do organizations that nobody wants. */
    void countSignUp(InetAddress address) {
        if (settings.signUpsPerAddress() == 0) {
            throw ApiProblem.of(
                    ProblemType.FORBIDDEN, "Here, organizations are founded by the operator only.");
        }
        refuseAbove(
                settings.signUpsPerAddress(),
                failures.count(signUps(address), windowS()),
                "Too many organizations were founded from your address");
    }

    void succeeded(Email email) {
        failures.forget(person(email));
    }

    void failed(InetAddress address) {
        failures.count(origin(address), windowS());
    }

    /** Forgets what counts no more. */
    public int forgetOld() {
        return failures.forgetOld(windowS());
    }

    private static void refuseAbove(int allowed, List<SignInFailure> counted, String why) {
        counted.stream()
                .filter(it -> it.failures() > allowed)
                .findFirst()
                .ifPresent(it -> {
                    var wait = Duration.ofSeconds(Math.max(1, it.waitS()));
                    throw ApiProblem.retryable(
                            ProblemType.QUOTA_EXCEEDED,
                            why
                                    + "; try again in %d minutes."
                                            .formatted(wait.plusSeconds(59).toMinutes()),
                            wait);
                });
    }

    private long windowS() {
        return settings.window().toSeconds();
    }

    private static String person(Email email) {
        return new OpaqueToken("person " + email.value()).hexHash();
    }

    private static String signUps(InetAddress address) {
        return new OpaqueToken("sign-ups " + ClientAddress.site(address)).hexHash();
    }

    private static String origin(InetAddress address) {
        return new OpaqueToken("address " + ClientAddress.site(address)).hexHash();
    }
}
