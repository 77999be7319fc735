package io.clipforge.local.bench.chaos;

import io.clipforge.local.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far the product is, seen from PostgreSQL. */
final class Progress implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Servers servers;
    private @Nullable Connection connection;
    private int unfinished;
    private long lookedAt = System.nanoTime() - LOOK_EVERY.toNanos();

    Progress(Servers servers) {
        this.servers = servers;
    }

    /** Ingests that were accepted and have not ended; while nobody knows, they are many. */
    synchronized int unfinished() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY.toNanos()) {
            unfinished = look();
            lookedAt = System.nanoTime();
        }
        return unfinished;
    }

    /** Whether everything has ended in time. */
    boolean drained(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (unfinished() > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private int look() {
        try {
            if (connection == null) {
                connection = servers.superuser();
            }
            return (int)
                    Rows.number(
                            connection,
                            "select count(*) from ingests where status in ('queued', 'processing')");
        } catch (SQLException e) {
            connection = null; // PostgreSQL has just been stopped the hard way
            return Integer.MAX_VALUE;
        }
    }
}
