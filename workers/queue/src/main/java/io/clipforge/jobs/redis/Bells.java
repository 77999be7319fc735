package io.clipforge.jobs.redis;

import io.clipforge.jobs.JobKind;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes those who found a kind empty when something of it comes; a bell may be missed. */
final class Bells {
    /** {@code submit.lua} says a kind's name here. */
    static final String CHANNEL = "clipforge:jobs";

    private final Channels channels;
    private final Set<Ear> ears = ConcurrentHashMap.newKeySet();

    Bells(Channels channels) {
        this.channels = channels;
    }

    /** Hears from now on; whoever looks first and listens then could miss what came between. */
    Ear listen(Collection<JobKind> kinds) {
        channels.hear(CHANNEL, this::ring);
        var ear = new Ear(EnumSet.copyOf(kinds));
        ears.add(ear);
        return ear;
    }

    private void ring(String name) {
        JobKind.find(name).ifPresent(kind -> ears.forEach(it -> it.ring(kind)));
    }

    /** One thread that waits. */
    final class Ear implements AutoCloseable {
        private final Set<JobKind> kinds;
        private final BlockingQueue<JobKind> rung = new LinkedBlockingQueue<>();

        private Ear(Set<JobKind> kinds) {
            this.kinds = kinds;
        }

        /** The kinds that something came for; empty when the time is over. */
        Set<JobKind> await(Duration patience) throws InterruptedException {
            var heard = EnumSet.noneOf(JobKind.class);
            var first = rung.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                heard.add(first);
                rung.drainTo(heard);
            }
            return heard;
        }

        @Override
        public void close() {
            ears.remove(this);
        }

        private void ring(JobKind kind) {
            if (kinds.contains(kind)) {
                rung.add(kind);
            }
        }
    }
}
