package io.clipforge.local.bench.http;

import io.clipforge.local.bench.Benchmark;
import io.clipforge.local.bench.Figure;
import io.clipforge.local.bench.Options;
import io.clipforge.local.bench.Outcome;
import io.clipforge.local.bench.Quantiles;
import io.clipforge.local.bench.Stage;
import io.clipforge.local.bench.processes.RoleProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What keys, limits and idempotency cost, each by itself: the same read by the product, by one
 * without limits, and by one that does not ask who calls either; and the same create with and
 * without an Idempotency-Key. The products that lack something are put together here and nowhere
 * else; no setting does it.
 */
public final class OverheadBenchmark implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 4;
    private static final String LIMITS =
            "io.clipforge.api.limits.RequestLimit,io.clipforge.api.limits.RequestLimits";
    private static final String KEYS = "io.clipforge.api.apikeys.ApiKeyAuthentication";
    private static final Mix READ = Mix.only(Operation.READ);
    private static final Mix CREATE = Mix.only(Operation.CREATE);

    /** What is measured: who is asked for what. */
    private record Subject(String name, Contender contender, Mix mix) {}

    @Override
    public String name() {
        return "overhead";
    }

    @Override
    public String summary() {
        return "what keys, limits and idempotency cost a request";
    }

    @Override
    public Outcome measure(Options options) throws Exception {
        int rounds = (int) options.number("rounds", ROUNDS);
        var length = Duration.ofSeconds(options.number("seconds", SECONDS));
        var warmUp = WarmUp.of(options);
        try (var stage = Stage.open(name())) {
            var servers = stage.servers();
            var properties = Plane.properties(servers);
            // one organization: also who does not ask takes everybody for this one
            var account = Dataset.make(servers, properties).accounts().getFirst();
            var postgres = new Postgres(servers.postgresPid());
            var costs = new LinkedHashMap<Subject, List<Cost>>();
            for (var it : subjects(stage, properties, account)) {
                warmUp.warm(it.contender().load(8), it.mix());
                costs.put(it, new ArrayList<>());
            }
            for (int i = 0; i < rounds; i++) {
                System.out.printf("round %d of %d%n", i + 1, rounds);
                for (var it : costs.entrySet()) {
                    var subject = it.getKey();
                    it.getValue()
                            .add(
                                    Cost.measure(
                                            subject.contender(), postgres, subject.mix(), length));
                }
            }
            return Outcome.of(figures(costs));
        }
    }

    private static List<Subject> subjects(
            Stage stage, Map<String, Object> properties, Account account) throws IOException {
        var whole = start(stage, "whole", properties);
        var unlimited = start(stage, "unlimited", with(properties, RoleProcess.WITHOUT, LIMITS));
        var open =
                start(
                        stage,
                        "open",
                        with(
                                with(properties, RoleProcess.WITHOUT, LIMITS + "," + KEYS),
                                RoleProcess.ONLY_CALLER,
                                account.organization().toString()));
        var reads =
                Traffic.of(
                        account.projects().stream().map(it -> Traffic.read(account, it)).toList());
        var plain = Traffic.of(List.of(Traffic.createProject(account, false)));
        var idempotent = Traffic.of(List.of(Traffic.createProject(account, true)));
        return List.of(
                new Subject("read", new Contender(whole, reads), READ),
                new Subject("read without limits", new Contender(unlimited, reads), READ),
                new Subject("read without limits and keys", new Contender(open, reads), READ),
                new Subject("create", new Contender(whole, plain), CREATE),
                new Subject("create with key", new Contender(whole, idempotent), CREATE));
    }

    private static Service start(Stage stage, String name, Map<String, Object> properties)
            throws IOException {
        var plane = Plane.of(stage, name, properties);
        plane.member().start();
        return plane.service();
    }

    private static Map<String, Object> with(
            Map<String, Object> properties, String name, String value) {
        var more = new HashMap<>(properties);
        more.put(name, value);
        return more;
    }

    private static List<Figure> figures(Map<Subject, List<Cost>> costs) {
        var figures = new ArrayList<Figure>();
        costs.forEach((subject, found) -> {
            figures.add(figure(subject, "CPU of the service", "us", found, Cost::serviceMicros));
            figures.add(figure(subject, "CPU of PostgreSQL", "us", found, Cost::postgresMicros));
            figures.add(figure(subject, "p50 of 8 callers", "ms", found, Cost::p50Ms));
        });
        return figures;
    }

    private static Figure figure(
            Subject subject,
            String what,
            String unit,
            List<Cost> found,
            ToDoubleFunction<Cost> value) {
        var runs = found.stream().mapToDouble(value).boxed().toList();
        return Figure.of(subject.name() + ", " + what, unit, Quantiles.of(runs).median());
    }
}
