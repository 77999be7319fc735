package io.clipforge.local.bench.http;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The public API beside the same one written with FastAPI and SQLAlchemy, and with NestJS and
 * TypeORM: one machine, one PostgreSQL, the same rows, keys, requests and answers, in turns, the
 * median of all rounds. Who waits for its turn is idle.
 *
 * <p>Everyone looks up the SHA-256 of the key (known for 0.9 s), narrows a transaction to the
 * organization by row-level security, and answers with the same JSON; pools are of the same size,
 * and a peer has a worker for each core. A create is an ingest that is scheduled for a later year:
 * it locks its idempotency key, looks for a kept answer and for the project, writes asset, job,
 * ingest, audit entry and the answer to keep, and commits.
 *
 * <p>What is not the same is in the peers' favour: we also count each request against a limit
 * shared through Redis, chain the entries of the audit log by their hashes, which makes the creates
 * of one organization wait for each other, tell a relay of each job, check the address of the
 * caller and the version of the API, tell limits in the answer, and count what we do. NestJS
 * answers with plain objects instead of transformed classes, which costs it less than its manual
 * recommends. One thing is as it is for everyone who uses them: TypeORM has PostgreSQL parse each
 * statement anew.
 */
public final class HttpBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
    private static final int CONNECTIONS = 32;
    private static final int MOST_AT_ONCE = 128;

    /** Of what the slowest can do. */
    private static final double EQUAL_LOAD = 0.55;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String summary() {
        return "reads, lists and idempotent creates, beside FastAPI and NestJS on one PostgreSQL";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        int rounds = (int) options.number("rounds", ROUNDS);
        int connections = (int) options.number("connections", CONNECTIONS);
        var length = Duration.ofSeconds(options.number("seconds", SECONDS));
        var warmUp = WarmUp.of(options);
        try (var stage = Stage.open(name())) {
            var field = Field.prepare(stage);
            var findings = new Findings(field);
            for (var it : field.contenders()) {
                System.out.println("warming up " + it.name());
                warmUp.warm(it.load(connections), Mix.USUAL);
            }
            for (int i = 0; i < rounds; i++) {
                System.out.printf("round %d of %d%n", i + 1, rounds);
                throughput(findings, turns(field, i), connections, length);
            }
            int rate = rate(field, findings);
            System.out.printf("at equal load, %d requests/s%n", rate);
            for (int i = 0; i < rounds; i++) {
                for (var it : turns(field, i)) {
                    var paced = Paced.measure(it, field.postgres(), MOST_AT_ONCE, rate, length);
                    findings.add(it, paced);
                }
            }
            return new Outcome(findings.figures(), findings.missed());
        }
    }

    private static void throughput(
            Findings findings, List<Contender> turns, int connections, Duration length)
            throws IOException, InterruptedException {
        for (var mix : Mix.ALL) {
            for (var it : turns) {
                findings.add(it, mix, it.load(connections).asFastAsPossible(mix, length));
            }
        }
    }

    private static int rate(Field field, Findings findings) {
        return (int)
                (EQUAL_LOAD
                        * field.contenders().stream()
                                .mapToDouble(it -> findings.perSecond(it, Mix.USUAL))
                                .min()
                                .orElseThrow());
    }

    /** In each round somebody else is the first. */
    private static List<Contender> turns(Field field, int round) {
        var turns = new ArrayList<>(field.contenders());
        Collections.rotate(turns, round);
        return turns;
    }
}
