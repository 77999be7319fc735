package io.clipforge.local.bench.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What must be true when everything has ended, whatever was done to the product before. */
final class Invariants {
    /** A broken promise is broken; a thousand examples tell no more than a few. */
    private static final int EXAMPLES = 5;

    private final Crew crew;
    private final List<String> broken = new ArrayList<>();

    Invariants(Crew crew) {
        this.crew = crew;
    }

    /** Answers the promises that were broken, with examples. */
    List<String> check(Load load) throws SQLException, InterruptedException {
        require("the API takes every ingest", load.refused());
        require("a key names one ingest for ever", load.repeatAll());
        try (var connection = crew.servers().superuser()) {
            for (var promise : Promise.values()) {
                require(promise.sentence(), Rows.texts(connection, promise.exceptions()));
            }
            long ingests = Rows.number(connection, "select count(*) from ingests");
            if (ingests != load.accepted().size()) {
                require(
                        "one key makes one ingest",
                        List.of(ingests + " ingests for " + load.accepted().size() + " keys"));
            }
            require(
                    "every object that a row names is there",
                    Objects.look(connection, crew.servers().queueAndStorage(), crew.organization())
                            .missing());
        }
        return List.copyOf(broken);
    }

    private void require(String promise, List<String> exceptions) {
        if (!exceptions.isEmpty()) {
            broken.add(
                    "%s, but for %d: %s"
                            .formatted(
                                    promise,
                                    exceptions.size(),
                                    String.join(
                                            "; ", exceptions.stream().limit(EXAMPLES).toList())));
        }
    }
}
