package io.clipforge.api.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often sign-ins may fail, and how many sign up.
 *
 * @param window failures older than this are forgotten
 * @param failuresPerPerson for one e-mail, known or not
 * @param failuresPerAddress from one network address
 * @param signUpsPerAddress how many organizations may be founded from one network address
 */
@ConfigurationProperties("clipforge.sign-in")
record SignInSettings(
        @Bindable(defaultValue = "15m") Duration window,
        @Bindable(defaultValue = "10") int failuresPerPerson,
        @Bindable(defaultValue = "10") int failuresPerAddress,
        @Bindable(defaultValue = "10") int signUpsPerAddress) {
    SignInSettings {
        if (window.toSeconds() < 1
                || failuresPerPerson < 1
                || failuresPerAddress < 1
                || signUpsPerAddress < 0) {
            throw new IllegalArgumentException(
                    "clipforge.sign-in: the window is a second at least, at least one failure is allowed, and no negative number of sign-ups");
        }
    }
}
