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

    /** A transaction, what it did last, and for how long nobody has touched it. */
    private static final String OPEN =
            """
            select format('%s for %s ms: %s', state,
                          round(extract(epoch from clock_timestamp() - state_change) * 1000),
                          regexp_replace(left(query, 160), '\\s+', ' ', 'g'))
              from pg_stat_activity
             where usename = 'clipforge_app' and xact_start is not null
               and state_change < clock_timestamp() - make_interval(secs => %d)
            """;

    /** A loop of the background may be between two statements; nobody is for seconds. */
    private static final int FORGOTTEN_SECONDS = 5;

    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

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

    /**
     * The fewest connections that were held at any of some looks, by all replicas: a task by the
     * clock holds one for a moment, a leak for ever.
     */
    int heldThroughout() throws IOException, InterruptedException {
        int held = 0;
        for (var replica : vitals.keySet()) {
            int fewest = Integer.MAX_VALUE;
            for (int i = 0; i < LOOKS; i++) {
                fewest = Math.min(fewest, Vitals.look(replica, seconds()).active());
                Thread.sleep(BETWEEN_LOOKS);
            }
            held += fewest;
        }
        return held;
    }

    int connections() throws SQLException {
        return Integer.parseInt(ask(CONNECTIONS).getFirst());
    }

    /** The transactions of this moment. */
    List<String> open() throws SQLException {
        return ask(OPEN.replace("%d", "0"));
    }

    /** The transactions that nobody ends. */
    List<String> forgotten() throws SQLException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(FORGOTTEN_SECONDS + 1));
        return ask(OPEN.replace("%d", Integer.toString(FORGOTTEN_SECONDS)));
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
