package io.clipforge.local.bench.http;

import io.clipforge.local.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks at the replicas and at PostgreSQL every few seconds until it is told to stop. */
final class Watch {
    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where usename = 'clipforge_app'";
    private static final String FORGOTTEN =
            """
            select count(*) from pg_stat_activity
             where usename = 'clipforge_app' and state like 'idle in transaction%'
            """;

    private final Servers servers;
    private final Duration every;
    private final long start = System.nanoTime();
    private final Map<Plane, Queue<Vitals>> vitals = new ConcurrentHashMap<>();
    private volatile boolean over;

    Watch(Servers servers, List<Plane> replicas, Duration every) {
        this.servers = servers;
        this.every = every;
        replicas.forEach(it -> vitals.put(it, new ConcurrentLinkedQueue<>()));
    }

    /** Until {@link #stop}. */
    void run() throws IOException, InterruptedException {
        while (!over) {
            for (var it : vitals.keySet()) {
                look(it);
            }
            Thread.sleep(every);
        }
        for (var it : vitals.keySet()) {
            look(it); // when all is quiet
        }
    }

    void stop() {
        over = true;
    }

    /** One that is being killed or started is left alone. */
    private void look(Plane replica) throws IOException, InterruptedException {
        synchronized (replica.member()) {
            vitals.getOrDefault(replica, new ConcurrentLinkedQueue<>())
                    .add(Vitals.look(replica, seconds()));
        }
    }

    /** Of the process that runs now. */
    List<Vitals> of(Plane replica) {
        long pid = replica.member().pid();
        return vitals.getOrDefault(replica, new ConcurrentLinkedQueue<>()).stream()
                .filter(it -> it.pid() == pid)
                .toList();
    }

    long connections() throws SQLException {
        return count(CONNECTIONS);
    }

    /** Connections whose transaction nobody ends. */
    long forgotten() throws SQLException {
        return count(FORGOTTEN);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private long count(String question) throws SQLException {
        try (var connection = servers.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
