package io.clipforge.local.bench.http;

import io.clipforge.local.bench.processes.ProcessorTime;
import java.io.IOException;
import java.time.Duration;

/**
 * What a load at an even pace found, and the processor time that it cost whom.
 *
 * @param serviceSeconds of the service
 * @param postgresSeconds of PostgreSQL
 * @param loadSeconds of the load itself
 */
record Paced(Measured measured, double serviceSeconds, double postgresSeconds, double loadSeconds) {

    static Paced measure(
            Contender contender, Postgres postgres, int connections, int rate, Duration length)
            throws IOException, InterruptedException {
        var load = contender.load(connections);
        double service = ProcessorTime.ofFamily(contender.service().pid());
        double database = postgres.processorSeconds();
        double own = ProcessorTime.own();
        var measured = load.paced(Mix.USUAL, rate, length);
        return new Paced(
                measured,
                ProcessorTime.ofFamily(contender.service().pid()) - service,
                postgres.processorSeconds() - database,
                ProcessorTime.own() - own);
    }

    double servicePer1000() {
        return per1000(serviceSeconds);
    }

    double postgresPer1000() {
        return per1000(postgresSeconds);
    }

    double loadPer1000() {
        return per1000(loadSeconds);
    }

    private double per1000(double seconds) {
        return 1_000 * seconds / measured.requests();
    }
}
