package io.clipforge.api;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables as the superuser sees and bends them. */
final class Database {
    private Database() {}

    static void execute(String sql) {
        try (var connection = Servers.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of each row, as text. */
    static List<String> column(String sql) {
        try (var connection = Servers.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String value(String sql) {
        return column(sql).getFirst();
    }
}
