package io.clipforge.api.trials;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.Trial;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows magic inputs by their address; nobody ever connects to it. */
@Singleton
public class MagicInputs {
    /** A name of our own that stands for nothing else. */
    public static final String HOST = "test.clipforge.dev";

    private static final int USUAL_SECONDS = 10;
    private static final String POINTER = "/source/url";
    private static final Pattern SECONDS = Pattern.compile("seconds=(\\d{1,9})");

    private final Tenants tenants;

    MagicInputs(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Empty when it is an ordinary address; one of the reserved host that cannot be served is
     * refused.
     *
     * @param url with a host
     */
    public Optional<MagicInput> find(URI url) {
        if (!isReserved(url.getHost())) {
            return Optional.empty();
        }
        if (tenants.current().environment() != Environment.TEST) {
            throw ApiProblem.invalid(
                    POINTER,
                    "test_only",
                    "The inputs of " + HOST + " are for test keys (cf_test_…) only.");
        }
        var scenario = Scenario.at(url.getPath()).orElseThrow(MagicInputs::unknown);
        return Optional.of(new MagicInput(scenario, seconds(scenario, url.getRawQuery())));
    }

    /** A name may be written with the dot of its root. */
    private static boolean isReserved(String host) {
        return host.equalsIgnoreCase(HOST) || host.equalsIgnoreCase(HOST + ".");
    }

    private static int seconds(Scenario scenario, @Nullable String query) {
        if (scenario != Scenario.SLOW || query == null) {
            return USUAL_SECONDS;
        }
        var asked = SECONDS.matcher(query);
        int seconds = asked.matches() ? Integer.parseInt(asked.group(1)) : 0;
        if (seconds < 1 || seconds > Trial.Wait.LONGEST) {
            throw ApiProblem.invalid(
                    POINTER,
                    "out_of_range",
                    "Say seconds=N with N from 1 to " + Trial.Wait.LONGEST + ".");
        }
        return seconds;
    }

    private static ApiProblem unknown() {
        var known =
                Arrays.stream(Scenario.values())
                        .map(Scenario::path)
                        .collect(Collectors.joining(", "));
        return ApiProblem.invalid(
                POINTER, "unknown_input", HOST + " has these inputs only: " + known + ".");
    }
}
