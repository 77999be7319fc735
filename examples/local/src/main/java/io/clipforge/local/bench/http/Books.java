package io.clipforge.local.bench.http;

import io.clipforge.api.ids.TypeId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What PostgreSQL holds of the creates, by the number in their metadata.
 *
 * @param ids TypeIDs of the ingests that carry the number
 */
record Books(Map<String, List<String>> ids) {
    private static final String INGESTS =
            "select metadata ->> 'load', id from ingests where metadata ? 'load'";

    static Books read(Connection superuser) throws SQLException {
        var ids = new HashMap<String, List<String>>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(INGESTS)) {
            while (rows.next()) {
                ids.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(TypeId.INGEST.text(rows.getObject(2, UUID.class)));
            }
        }
        return new Books(ids);
    }

    /** Creates that a customer was told of and that are not there, or not under that id. */
    List<String> lost(Map<String, String> acknowledged) {
        return acknowledged.entrySet().stream()
                .filter(it -> !ids.getOrDefault(it.getKey(), List.of()).contains(it.getValue()))
                .map(it -> it.getKey() + ", acknowledged as " + it.getValue())
                .toList();
    }

    /** Creates that are there more than once. */
    List<String> doubled() {
        return ids.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> it.getKey() + " is " + String.join(" and ", it.getValue()))
                .toList();
    }
}
