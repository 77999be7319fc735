package io.clipforge.local.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Tables of a peer, in a schema of its own: the same columns, indexes, foreign keys, policies and
 * rows as ours, and the same role that is neither owner nor superuser.
 */
final class PeerTables {
    private PeerTables() {}

    static void make(Connection superuser, String schema) throws IOException, SQLException {
        try (var source = PeerTables.class.getResourceAsStream("peer-tables.sql");
                var statement = superuser.createStatement()) {
            var script =
                    new String(
                            Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(script.replace("peer_schema", schema));
        }
    }
}
