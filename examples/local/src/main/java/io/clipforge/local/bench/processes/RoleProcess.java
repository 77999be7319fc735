package io.clipforge.local.bench.processes;

import io.clipforge.local.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;

/** The other end of {@link Member}: one role of the product in a JVM of its own. */
public final class RoleProcess {
    /** Names classes of the product, with commas between them, that are left out. */
    public static final String WITHOUT = "bench.without";

    /** Names an organization for which everybody is taken, whatever key he shows. */
    public static final String ONLY_CALLER = "bench.only-caller";

    static final String READY = "ready";

    private RoleProcess() {}

    /**
     * Reads {@code key=value} lines up to an empty one, then lives as long as its input is open.
     */
    public static void main(String[] arguments) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var properties = new HashMap<String, Object>();
        for (var line = input.readLine();
                line != null && !line.isEmpty();
                line = input.readLine()) {
            int separator = line.indexOf('=');
            properties.put(line.substring(0, separator), line.substring(separator + 1));
        }
        var without = properties.remove(WITHOUT);
        var organization = properties.remove(ONLY_CALLER);
        var _ =
                Role.valueOf(arguments[0])
                        .start(
                                properties,
                                without == null
                                        ? List.of()
                                        : List.of(without.toString().split(",", -1)),
                                organization == null
                                        ? List.of()
                                        : List.of(OnlyCaller.of(organization.toString())));
        System.out.println(READY);
        while (input.read() >= 0) {
            // the benchmark says nothing more; it only ends
        }
        Runtime.getRuntime().halt(0);
    }
}
