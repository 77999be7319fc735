package io.clipforge.api.tenancy;

import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Tells PostgreSQL, inside the transaction in hand, how far it may see; it forgets at the end. */
@Singleton
class TransactionReach {
    private final ConnectionOperations<Connection> connections;

    TransactionReach(ConnectionOperations<Connection> connections) {
        this.connections = connections;
    }

    void narrowTo(Tenant tenant) {
        execute(
                "select set_config('app.org_id', ?, true), set_config('app.environment', ?, true)",
                tenant.orgId().toString(),
                tenant.environment().text());
    }

    void becomeRelay() {
        execute("set local role clipforge_relay");
    }

    /** Of the transaction in hand. */
    Connection connection() {
        return connections.getConnectionStatus().getConnection();
    }

    private void execute(String sql, String... parameters) {
        try (var statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the reach of the transaction could not be set", e);
        }
    }
}
