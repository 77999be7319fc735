package io.clipforge.local.bench.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Answers of PostgreSQL, row by row. */
final class Rows {
    private Rows() {}

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> of(Connection connection, String question, Reader<T> reader)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    /** The first column. */
    static List<String> texts(Connection connection, String question) throws SQLException {
        return of(connection, question, row -> row.getString(1));
    }

    static long number(Connection connection, String question) throws SQLException {
        return of(connection, question, row -> row.getLong(1)).getFirst();
    }
}
