package io.clipforge.local.bench.processes;

import io.clipforge.local.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/** The other end of {@link Member}: one role of the product in a JVM of its own. */
public final class RoleProcess {
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
        var _ = Role.valueOf(arguments[0]).start(properties);
        System.out.println(READY);
        while (input.read() >= 0) {
            // the benchmark says nothing more; it only ends
        }
        Runtime.getRuntime().halt(0);
    }
}
