package io.clipforge.local.bench.chaos;

import java.time.Duration;

/** Something that goes wrong with someone for a while. */
sealed interface Fault {
    Target target();

    Duration lasts();

    /** Ended without a word, and started again afterwards. */
    record Kill(Target target, Duration lasts) implements Fault {}

    /** Stopped by the kernel in the middle of whatever it does, and let go on afterwards. */
    record Freeze(Target target, Duration lasts) implements Fault {}

    /** Nobody reaches Redis. */
    record CutRedis(Duration lasts) implements Fault {
        @Override
        public Target target() {
            return Target.REDIS;
        }
    }

    /** Redis forgets everything. */
    record FlushRedis() implements Fault {
        @Override
        public Target target() {
            return Target.REDIS;
        }

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }

    /** PostgreSQL stops without finishing anything and recovers from its log. */
    record CrashPostgres() implements Fault {
        @Override
        public Target target() {
            return Target.POSTGRES;
        }

        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }
}
