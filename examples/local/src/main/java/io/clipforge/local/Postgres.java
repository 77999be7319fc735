package io.clipforge.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** PostgreSQL with the platform's database and roles; durable, loopback only, passwords checked. */
final class Postgres implements AutoCloseable {
    static final String OWNER = "clipforge_owner";
    static final String APP = "clipforge_app";
    static final String RELAY = "clipforge_relay";
    private static final String SUPERUSER = "postgres";
    static final String DATABASE = "clipforge";
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String READY = "clipforge.ready";

    private final EmbeddedPostgres server;
    private final Path pidFile;
    private final String superuserPassword;
    private final String ownerPassword;
    private final String appPassword;

    private Postgres(EmbeddedPostgres server, Path pidFile, StateFolder state) throws IOException {
        this.server = server;
        this.pidFile = pidFile;
        superuserPassword = state.secret("database.superuser");
        ownerPassword = state.secret("database.owner");
        appPassword = state.secret("database.app");
    }

    static Postgres start(StateFolder state)
            throws IOException, SQLException, InterruptedException {
        var folder = state.path().resolve("postgres");
        endOrphan(folder);
        clearHalfMade(folder);
        var postgres = new Postgres(launch(state, folder), pidFile(folder), state);
        try (var connection = postgres.superuser("postgres");
                var statement = connection.createStatement()) {
            requireDurability(statement);
            postgres.prepare(statement);
            Files.writeString(folder.resolve(READY), "");
        } catch (SQLException | IllegalStateException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    /** Without user and password: in pgjdbc a {@code ?user=} would beat what the caller sets. */
    String url() {
        return url(DATABASE);
    }

    String ownerPassword() {
        return ownerPassword;
    }

    String appPassword() {
        return appPassword;
    }

    Path pidFile() {
        return pidFile;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, superuserPassword);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    private static void endOrphan(Path folder) throws IOException, InterruptedException {
        var pidFile = pidFile(folder);
        var orphan = Orphan.find(pidFile, folder);
        if (orphan.isPresent()) {
            orphan.get().end("INT"); // fast shutdown: does not wait for clients
        } else {
            // we hold the folder and no server runs on it, but PostgreSQL would trust a reused
            // process id
            Files.deleteIfExists(pidFile);
        }
    }

    /** A first start that was killed leaves a folder that PostgreSQL can neither use nor finish. */
    private static void clearHalfMade(Path folder) throws IOException, InterruptedException {
        if (Files.exists(folder) && Files.notExists(folder.resolve(READY))) {
            for (var maker : Orphan.running("initdb", folder)) {
                maker.end("TERM");
            }
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static EmbeddedPostgres launch(StateFolder state, Path folder) throws IOException {
        var password = state.secret("database.superuser");
        var passwordFile = state.path().resolve("superuser.password");
        PrivateFile.write(passwordFile, password);
        try {
            var builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(Duration.ofMinutes(1))
                            .setPort(state.port("postgres"))
                            .setConnectConfig("password", password)
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            // zonky hands these to initdb as --name=value: a server that asks for
                            // passwords and does
                            // not depend on which locales this machine has
                            .setLocaleConfig("auth-host", "scram-sha-256")
                            .setLocaleConfig("pwfile", passwordFile.toString())
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8");
            DURABLE.forEach(it -> builder.setServerConfig(it, "on"));
            return builder.start();
        } catch (IllegalStateException e) {
            throw new IOException("PostgreSQL did not start" + hintForRoot(), e);
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** It refuses to run as root and is started in a user namespace then, where there are such. */
    private static String hintForRoot() {
        return "root".equals(System.getProperty("user.name"))
                ? "; it never runs as root, and some containers allow no user namespace either:"
                        + " run ./clipforge as an ordinary user"
                : "";
    }

    /** zonky passes -F for speed; the settings above must have won. */
    private static void requireDurability(Statement statement) throws SQLException {
        for (var setting : DURABLE) {
            try (var rows = statement.executeQuery("show " + setting)) {
                rows.next();
                if (!rows.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + rows.getString(1));
                }
            }
        }
    }

    /** Each start sets passwords and grants again, so that a start cut short heals itself. */
    private void prepare(Statement statement) throws SQLException {
        for (var role : List.of(OWNER, APP, RELAY)) {
            if (missing(statement, "select from pg_roles where rolname = '" + role + "'")) {
                statement.execute("create role " + role);
            }
        }
        statement.execute("alter role " + OWNER + " login password '" + ownerPassword + "'");
        statement.execute("alter role " + APP + " login password '" + appPassword + "'");
        statement.execute("grant " + RELAY + " to " + APP + " with inherit false, set true");
        if (missing(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
            statement.execute("create database " + DATABASE + " owner " + OWNER);
        }
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
