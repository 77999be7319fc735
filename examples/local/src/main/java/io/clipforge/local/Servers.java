package io.clipforge.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The real servers the platform stands on, all on one state folder. */
public final class Servers implements AutoCloseable {
    private final Postgres postgres;
    private final Redis redis;
    private final ObjectStorage storage;

    private Servers(Postgres postgres, Redis redis, ObjectStorage storage) {
        this.postgres = postgres;
        this.redis = redis;
        this.storage = storage;
    }

    /**
     * Starts them side by side; ends those that a killed run has left behind on this folder first.
     */
    public static Servers start(StateFolder state) throws IOException {
        try (var starts = new SideBySide()) {
            var postgres = starts.start(() -> Postgres.start(state));
            var redis = starts.start(() -> Redis.start(state));
            var storage = starts.start(() -> ObjectStorage.start(state));
            starts.await();
            return new Servers(postgres.resultNow(), redis.resultNow(), storage.resultNow());
        }
    }

    Postgres postgres() {
        return postgres;
    }

    Redis redis() {
        return redis;
    }

    ObjectStorage storage() {
        return storage;
    }

    /** What the control plane needs to know to reach the database; a fleet is not told. */
    public Map<String, Object> database() {
        return Map.of(
                "clipforge.database.url", postgres.url(),
                "clipforge.database.owner-password", postgres.ownerPassword(),
                "clipforge.database.app-password", postgres.appPassword());
    }

    /** What the control plane and a fleet need to know. */
    public Map<String, Object> queueAndStorage() {
        return Map.of(
                "clipforge.redis.url", redis.url(),
                "clipforge.storage.endpoint", storage.endpoint().toString(),
                "clipforge.storage.region", ObjectStorage.REGION,
                "clipforge.storage.bucket", ObjectStorage.BUCKET,
                "clipforge.storage.access-key", storage.accessKey(),
                "clipforge.storage.secret-key", storage.secretKey());
    }

    /** The address of Redis, with its password. */
    public String redisUrl() {
        return redis.url();
    }

    /** The file whose first line is the process id of Redis. */
    public Path redisPid() {
        return redis.pidFile();
    }

    /** The file whose first two lines are the process id and the folder of PostgreSQL. */
    public Path postgresPid() {
        return postgres.pidFile();
    }

    /** Sees the rows of every organization; for looking on from outside of the product. */
    public Connection superuser() throws SQLException {
        return postgres.superuser(Postgres.DATABASE);
    }

    @Override
    public void close() throws IOException {
        Closing.all(List.of(storage, redis, postgres));
    }
}
