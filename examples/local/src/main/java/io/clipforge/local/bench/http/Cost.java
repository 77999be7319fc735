package io.clipforge.local.bench.http;

import io.clipforge.local.bench.processes.ProcessorTime;
import java.io.IOException;
import java.time.Duration;

/**
 * What a request costs while one comes after the other as fast as they are answered.
 *
 * @param serviceMicros processor time of the service
 * @param postgresMicros processor time of PostgreSQL
 * @param p50Ms from request to answer
 */
record Cost(double serviceMicros, double postgresMicros, double p50Ms) {
    private static final int CONNECTIONS = 8;
    private static final double MICROS = 1e6;

    static Cost measure(Contender contender, Postgres postgres, Mix mix, Duration length)
            throws IOException, InterruptedException {
        double service = ProcessorTime.ofFamily(contender.service().pid());
        double database = postgres.processorSeconds();
        var measured = contender.load(CONNECTIONS).asFastAsPossible(mix, length);
        double perRequest = MICROS / measured.requests();
        return new Cost(
                (ProcessorTime.ofFamily(contender.service().pid()) - service) * perRequest,
                (postgres.processorSeconds() - database) * perRequest,
                measured.ms(0.5));
    }
}
