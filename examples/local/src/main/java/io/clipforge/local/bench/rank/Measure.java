package io.clipforge.local.bench.rank;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A figure of one ranking. */
record Measure(String name, ToDoubleFunction<Ranking> of) {
    static final List<Measure> ALL =
            List.of(
                    new Measure("nDCG@6", it -> it.ndcg(6)),
                    new Measure("nDCG@12", it -> it.ndcg(12)),
                    new Measure("mAP", Ranking::averagePrecision),
                    new Measure("hit@1", Ranking::hit));
}
