package io.clipforge.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table of the owner's, to see what survives. */
final class Rows {
    private Rows() {}

    static void insert(Postgres postgres, String text) throws SQLException {
        try (var connection = owner(postgres);
                var table = connection.createStatement();
                var insert = connection.prepareStatement("insert into survivors values (?)")) {
            table.execute("create table if not exists survivors (text text)");
            insert.setString(1, text);
            insert.execute();
        }
    }

    static List<String> read(Postgres postgres) throws SQLException {
        try (var connection = owner(postgres);
                var select = connection.createStatement();
                var rows = select.executeQuery("select text from survivors")) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static Connection owner(Postgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.url(), Postgres.OWNER, postgres.ownerPassword());
    }
}
