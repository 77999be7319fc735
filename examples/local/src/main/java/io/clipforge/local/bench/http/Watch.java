package io.clipforge.local.bench.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.clipforge.local.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks at the replicas and at PostgreSQL every few seconds until it is told to stop. */
final class Watch {
    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where usename = 'clipforge_app'";

    /** A loop of the background may be between two statements; nobody is for seconds. */
    private static final String FORGOTTEN =
            """
            select left(query, 120) from pg_stat_activity
             where usename = 'clipforge_app' and state like 'idle in transaction%'
               and state_change < clock_timestamp() - interval '5 seconds'
            """;

    private static final Duration PAST_DOUBT = Duration.ofSeconds(6);

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

    /** One process after the other. */
    Collection<List<Vitals>> of(Plane replica) {
        return vitals.getOrDefault(replica, new ConcurrentLinkedQueue<>()).stream()
                .collect(groupingBy(Vitals::process, LinkedHashMap::new, toList()))
                .values();
    }

    int connections() throws SQLException {
        return Integer.parseInt(ask(CONNECTIONS).getFirst());
    }

    /** What the transactions did last that nobody ends. */
    List<String> forgotten() throws SQLException, InterruptedException {
        Thread.sleep(PAST_DOUBT);
        return ask(FORGOTTEN);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private List<String> ask(String question) throws SQLException {
        try (var connection = servers.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
