package io.clipforge.local.bench.http;

import java.util.List;
import java.util.UUID;

/**
 * An organization as a customer knows it.
 *
 * @param key with every scope
 * @param projects TypeIDs
 */
record Account(UUID organization, String key, List<String> projects) {
    Account {
        projects = List.copyOf(projects);
    }
}
