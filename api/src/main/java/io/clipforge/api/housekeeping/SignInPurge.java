package io.clipforge.api.housekeeping;

import io.clipforge.api.identity.SignInGuard;
import jakarta.inject.Singleton;

/** Forgets failed sign-ins that count no more. */
@Singleton
final class SignInPurge implements Schedule {
    private final SignInGuard guard;

    SignInPurge(SignInGuard guard) {
        this.guard = guard;
    }

    @Override
    public String name() {
        return "forget-failed-sign-ins";
    }

    @Override
    public String cron() {
        return "0 41 * * * *";
    }

    @Override
    public Work begin() {
        return () -> {
            guard.forgetOld();
            return false;
        };
    }
}
