package io.clipforge.fleet;

import io.clipforge.jobs.JobKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a fleet has, and what its models and the jobs in hand have taken of it. Thread-safe. */
@Singleton
final class Capacity {
    private final Map<JobKind, Needs> offer;
    private final int slots;
    private final int memoryMib;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Map<JobKind, Integer> running = new EnumMap<>(JobKind.class);
    private int slotsUsed;
    private int memoryMibUsed;

    Capacity(JobHandlers handlers, FleetSettings settings) {
        offer = Offer.of(handlers, settings);
        slots = settings.slotsInAll();
        memoryMib = settings.memoryMibInAll();
        memoryMibUsed = handlers.residentMib();
    }

    /** The kinds that are taken here. */
    List<JobKind> kinds() {
        return List.copyOf(offer.keySet());
    }

    /** How many jobs of a kind can start now, as long as nothing else is taken. */
    int room(JobKind kind) {
        var needs = needs(kind);
        lock.lock();
        try {
            int bySlots = (slots - slotsUsed) / needs.slots();
            return needs.memoryMib() == 0
                    ? bySlots
                    : Math.min(bySlots, (memoryMib - memoryMibUsed) / needs.memoryMib());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a job of one of these kinds can start; false when none could in time. */
    boolean awaitRoom(Collection<JobKind> kinds, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (kinds.stream().allMatch(kind -> room(kind) == 0)) {
                if (left <= 0) {
                    return false;
                }
                left = released.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void take(JobKind kind) {
        book(kind, 1);
    }

    void giveBack(JobKind kind) {
        book(kind, -1);
    }

    int slots() {
        return slots;
    }

    int slotsUsed() {
        lock.lock();
        try {
            return slotsUsed;
        } finally {
            lock.unlock();
        }
    }

    int memoryMib() {
        return memoryMib;
    }

    int memoryMibUsed() {
        lock.lock();
        try {
            return memoryMibUsed;
        } finally {
            lock.unlock();
        }
    }

    int running(JobKind kind) {
        lock.lock();
        try {
            return running.getOrDefault(kind, 0);
        } finally {
            lock.unlock();
        }
    }

    private void book(JobKind kind, int jobs) {
        var needs = needs(kind);
        lock.lock();
        try {
            running.merge(kind, jobs, Integer::sum);
            slotsUsed += jobs * needs.slots();
            memoryMibUsed += jobs * needs.memoryMib();
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Needs needs(JobKind kind) {
        var needs = offer.get(kind);
        if (needs == null) {
            throw new IllegalArgumentException(kind + " is not taken here");
        }
        return needs;
    }
}
