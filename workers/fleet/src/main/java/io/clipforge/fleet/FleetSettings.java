package io.clipforge.fleet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How this process works.
 *
 * @param slots jobs at a time; absent means one for each processor
 * @param workspace where attempts keep their files; absent means the system's temporary folder
 * @param worker the name in {@code Started} reports; absent means host and process
 * @param grace how long jobs in hand may go on when the process is asked to stop
 */
@ConfigurationProperties("clipforge.fleet")
record FleetSettings(
        @Nullable Integer slots,
        @Nullable Path workspace,
        @Nullable String worker,
        @Bindable(defaultValue = "20s") Duration grace) {
    FleetSettings {
        if (slots != null && slots < 1) {
            throw new IllegalArgumentException("a fleet has at least one slot");
        }
    }

    int atATime() {
        return slots == null ? Runtime.getRuntime().availableProcessors() : slots;
    }

    Path folder() {
        return workspace == null ? Path.of(System.getProperty("java.io.tmpdir")) : workspace;
    }

    String name() {
        return worker == null ? hostName() + "/" + ProcessHandle.current().pid() : worker;
    }

    /** Asking the resolver for our own name can take many seconds. */
    private static String hostName() {
        return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "fleet");
    }
}
