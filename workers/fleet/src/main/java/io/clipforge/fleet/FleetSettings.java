package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet works and what it has.
 *
 * @param slots what its jobs share; absent means one for each processor
 * @param memoryMib mebibytes its jobs and models share; absent means three quarters of what the
 *     machine or the container has
 * @param gpu whether jobs that need a GPU find one here
 * @param kinds the only kinds it takes, such as {@code render}; absent or empty means all that have
 *     a handler and fit
 * @param workspace where attempts keep their files; absent means the system's temporary folder
 * @param worker the name in {@code Started} reports; absent means host and process
 * @param grace how long jobs in hand may go on when the fleet is asked to stop
 */
@ConfigurationProperties("clipforge.fleet")
public record FleetSettings(
        @Nullable Integer slots,
        @Nullable Integer memoryMib,
        @Bindable(defaultValue = "false") boolean gpu,
        @Nullable List<String> kinds,
        @Nullable Path workspace,
        @Nullable String worker,
        @Bindable(defaultValue = "20s") Duration grace) {
    public FleetSettings {
        if (slots != null && slots < 1) {
            throw new IllegalArgumentException("a fleet has at least one slot");
        }
        if (memoryMib != null && memoryMib < 1) {
            throw new IllegalArgumentException("a fleet has some memory");
        }
        kinds = kinds == null ? null : List.copyOf(kinds);
        wanted(kinds);
    }

    int slotsInAll() {
        return slots == null ? Runtime.getRuntime().availableProcessors() : slots;
    }

    /** Mebibytes for its jobs and what their handlers hold in between. */
    public int memoryMibInAll() {
        return memoryMib == null ? threeQuarters() : memoryMib;
    }

    /**
     * Whether a job with such needs runs here when nothing else does.
     *
     * @param residentMib mebibytes that are never free
     */
    boolean holds(Needs needs, int residentMib) {
        return needs.slots() <= slotsInAll()
                && needs.memoryMib() <= memoryMibInAll() - residentMib
                && (gpu || !needs.gpu());
    }

    /** Empty means all. */
    Set<JobKind> wanted() {
        return wanted(kinds);
    }

    Path folder() {
        return workspace == null ? Path.of(System.getProperty("java.io.tmpdir")) : workspace;
    }

    String name() {
        return worker == null ? hostName() + "/" + ProcessHandle.current().pid() : worker;
    }

    /** How people name a kind: {@code render}. */
    static String name(JobKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Set<JobKind> wanted(@Nullable List<String> names) {
        var wanted = EnumSet.noneOf(JobKind.class);
        for (var name : Objects.requireNonNullElse(names, List.<String>of())) {
            wanted.add(kind(name.strip()));
        }
        return wanted;
    }

    private static JobKind kind(String name) {
        return Arrays.stream(JobKind.values())
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "clipforge.fleet.kinds: there is no kind '%s', but %s"
                                        .formatted(name, names())));
    }

    private static String names() {
        return Arrays.stream(JobKind.values())
                .map(FleetSettings::name)
                .collect(Collectors.joining(", "));
    }

    /** The rest is for this process itself and for the system. Knows the limit of a container. */
    private static int threeQuarters() {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return Math.toIntExact(Math.max(1, (system.getTotalMemorySize() >> 20) * 3 / 4));
    }

    /** Asking the resolver for our own name can take many seconds. */
    private static String hostName() {
        return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "fleet");
    }
}
