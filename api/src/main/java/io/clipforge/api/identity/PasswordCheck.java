package io.clipforge.api.identity;

import io.clipforge.api.passwords.Passwords;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import jakarta.inject.Singleton;
import java.net.InetAddress;

/** Lets a person in by e-mail and password. */
@Singleton
public class PasswordCheck {
    private final PersonService people;
    private final Passwords passwords;
    private final SignInGuard guard;

    PasswordCheck(PersonService people, Passwords passwords, SignInGuard guard) {
        this.people = people;
        this.passwords = passwords;
        this.guard = guard;
    }

    /**
     * Whether there is such a person shows neither in the answer nor in its time.
     *
     * @param address where the caller calls from
     * @throws ApiProblem unauthenticated when the two do not match, quota_exceeded when too many
     *     tries have failed
     */
    public Person require(Email email, String password, InetAddress address) {
        guard.beginTry(email, address);
        var known = people.find(email);
        if (known.isEmpty()) {
            passwords.matchNobodys(password);
        }
        var person =
                known.filter(it -> passwords.matches(password, it.passwordHash()))
                        .orElseThrow(() -> {
                            guard.failed(address);
                            return refused();
                        });
        guard.succeeded(email);
        if (passwords.outdated(person.passwordHash())) {
            people.changePassword(person.person(), passwords.hash(password));
        }
        return person.person();
    }

    public static ApiProblem refused() {
        return ApiProblem.of(ProblemType.UNAUTHENTICATED, "E-mail and password do not match.");
    }
}
