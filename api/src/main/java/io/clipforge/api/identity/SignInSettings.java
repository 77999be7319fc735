package io.clipforge.api.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often sign-ins may fail.
 *
 * @param window failures older than this are forgotten
 * @param failuresPerPerson for one e-mail, known or not
 * @param failuresPerAddress from one network address
 */
@ConfigurationProperties("clipforge.sign-in")
record SignInSettings(
        @Bindable(defaultValue = "15m") Duration window,
        @Bindable(defaultValue = "10") int failuresPerPerson,
        @Bindable(defaultValue = "10") int failuresPerAddress) {
    SignInSettings {
        if (window.toSeconds() < 1 || failuresPerPerson < 1 || failuresPerAddress < 1) {
            throw new IllegalArgumentException(
                    "clipforge.sign-in: the window is a second at least, and at least one failure is allowed");
        }
    }
}
