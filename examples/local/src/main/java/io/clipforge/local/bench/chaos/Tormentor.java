package io.clipforge.local.bench.chaos;

import io.clipforge.local.bench.processes.Member;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Does to the product what a plan says, and notes what it did when. */
final class Tormentor {
    private final Crew crew;
    private final List<Incident> incidents = Collections.synchronizedList(new ArrayList<>());
    private final Map<Target, Lock> turns = new EnumMap<>(Target.class);

    Tormentor(Crew crew) {
        this.crew = crew;
        for (var target : Target.values()) {
            turns.put(target, new ReentrantLock(true));
        }
    }

    /** Returns when the last fault is over and everyone is back. */
    void torment(Plan plan) throws IOException, InterruptedException {
        var beginning = Instant.now();
        var faults = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var step : plan.steps()) {
                Thread.sleep(untilIn(beginning.plus(step.at())));
                faults.add(
                        threads.submit(() -> {
                            cause(step.fault());
                            return null;
                        }));
            }
        }
        for (var fault : faults) {
            try {
                fault.get();
            } catch (ExecutionException e) {
                throw new IOException("a fault went another way than planned", e);
            }
        }
    }

    /** In order of their beginnings. */
    List<Incident> incidents() {
        synchronized (incidents) {
            return incidents.stream().sorted(Comparator.comparing(Incident::begin)).toList();
        }
    }

    /** On a slow machine someone may not be back yet when he is to be hit again: that waits. */
    private void cause(Fault fault) throws IOException, InterruptedException {
        var turn = Objects.requireNonNull(turns.get(fault.target()));
        turn.lockInterruptibly();
        try {
            var name = nameOf(fault.target());
            System.out.printf("  %s %s%n", name, fault);
            var begin = Instant.now();
            doTo(fault);
            incidents.add(new Incident(fault, name, begin, Instant.now()));
        } finally {
            turn.unlock();
        }
    }

    private void doTo(Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case Fault.Kill it -> kill(crew.member(it.target()), it.lasts());
            case Fault.Freeze it -> freeze(crew.member(it.target()), it.lasts());
            case Fault.CutRedis it -> cutRedis(it.lasts());
            case Fault.FlushRedis _ -> flushRedis();
            case Fault.CrashPostgres _ -> new Postmaster(crew.servers().postgresPid()).crash();
        }
    }

    private String nameOf(Target target) {
        return target.fleet() || target.controlPlane()
                ? crew.member(target).incarnation()
                : target.text();
    }

    private static void kill(Member member, Duration away)
            throws IOException, InterruptedException {
        member.kill();
        Thread.sleep(away);
        member.start();
    }

    private static void freeze(Member member, Duration time)
            throws IOException, InterruptedException {
        member.freeze();
        try {
            Thread.sleep(time);
        } finally {
            member.thaw();
        }
    }

    private void cutRedis(Duration time) throws IOException, InterruptedException {
        crew.redis().cut();
        try {
            Thread.sleep(time);
        } finally {
            crew.redis().mend();
        }
    }

    private void flushRedis() {
        try (var client = RedisClient.create(crew.servers().redisUrl());
                var connection = client.connect()) {
            connection.sync().flushall();
        }
    }

    private static Duration untilIn(Instant time) {
        var left = Duration.between(Instant.now(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
