package io.clipforge.local.bench.chaos;

import java.time.Instant;

/**
 * A fault that has happened.
 *
 * @param worker the name of the process that was hit; the process after it has another
 * @param end when whoever was hit was back
 */
record Incident(Fault fault, String worker, Instant begin, Instant end) {

    /** Whether nothing could be dispatched or recorded at some time between the two. */
    boolean outageBetween(Instant from, Instant to) {
        boolean outage =
                switch (fault) {
                    case Fault.CutRedis _, Fault.FlushRedis _, Fault.CrashPostgres _ -> true;
                    case Fault.Kill _, Fault.Freeze _ -> false;
                };
        return outage && !begin.isAfter(to) && !end.isBefore(from);
    }
}
