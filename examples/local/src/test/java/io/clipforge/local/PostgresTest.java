package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir static Path folder;
    private static StateFolder state;
    private static Postgres postgres;

    @BeforeAll
    static void start() throws Exception {
        state = StateFolder.open(folder);
        postgres = Postgres.start(state);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
        state.close();
    }

    @Test
    void whatIsCommittedReachesTheDisk() throws Exception {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertEquals("on", asApp("show " + setting));
        }
    }

    @Test
    void theApplicationIsNeitherOwnerNorSuperuser() throws Exception {
        assertEquals(Postgres.APP, asApp("select current_user"));
        assertEquals(
                "false false",
                asApp(
                        "select rolsuper || ' ' || rolbypassrls from pg_roles where rolname ="
                                + " current_user"));
        assertEquals(
                Postgres.OWNER,
                asApp(
                        "select pg_get_userbyid(datdba) from pg_database where datname ="
                                + " current_database()"));
        assertEquals("f", asApp("select pg_has_role('" + Postgres.OWNER + "', 'member')"));
    }

    @Test
    void theApplicationActsAsTheRelayOnlyWhenItSaysSo() throws Exception {
        assertEquals("f", asApp("select pg_has_role('" + Postgres.RELAY + "', 'usage')"));
        try (var connection =
                        DriverManager.getConnection(
                                postgres.url(), Postgres.APP, postgres.appPassword());
                var statement = connection.createStatement()) {
            statement.execute("set role " + Postgres.RELAY);
            try (var rows = statement.executeQuery("select current_user")) {
                assertTrue(rows.next());
                assertEquals(Postgres.RELAY, rows.getString(1));
            }
        }
    }

    @Test
    void aWrongPasswordIsRefusedEvenForTheSuperuser() {
        for (var role : new String[] {Postgres.APP, Postgres.OWNER, "postgres"}) {
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(postgres.url(), role, "guess").close());
        }
    }

    private static String asApp(String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                postgres.url(), Postgres.APP, postgres.appPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
