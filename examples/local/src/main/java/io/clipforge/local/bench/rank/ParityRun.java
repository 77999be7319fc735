package io.clipforge.local.bench.rank;

import io.clipforge.fleet.rank.Passages;
import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Asks the real library, in its own process, and compares. */
final class ParityRun {
    private static final int ROWS = 10_000;
    private static final double MISSING = 0.05;
    private static final List<String> MODELS =
            List.of("shipped", "categories", "ranking", "forest", "zeros");

    private ParityRun() {}

    static List<Parity> of(PeerFolder python, Path folder, List<Speech> speeches, long seed)
            throws IOException, InterruptedException {
        var model = folder.resolve("model.txt");
        try (var in = Passages.class.getResourceAsStream(Passages.MODEL)) {
            Files.write(model, Objects.requireNonNull(in).readAllBytes());
        }
        var rows = folder.resolve("rows.csv");
        Files.write(rows, rows(speeches, new Random(seed)));
        var answers = folder.resolve("answers");
        python.run(
                "venv/bin/python",
                "parity.py",
                model.toString(),
                rows.toString(),
                answers.toString());
        var parities = new ArrayList<Parity>();
        for (var name : MODELS) {
            parities.add(Parity.of(answers, name));
        }
        return parities;
    }

    /** Real passages, each value missing now and then; noise where they do not suffice. */
    private static List<String> rows(List<Speech> speeches, Random random) {
        var rows = new ArrayList<double[]>();
        for (var speech : speeches) {
            speech.everyPassage(RankBenchmark.PASSAGE_MS).stream()
                    .limit(ROWS - rows.size())
                    .forEach(it -> rows.add(values(it)));
        }
        while (rows.size() < ROWS) {
            rows.add(random.doubles(Passages.features().size()).toArray());
        }
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble() < MISSING ? Double.NaN : row[i];
            }
        }
        return rows.stream().map(Parity::line).toList();
    }

    private static double[] values(Speech.Rated rated) {
        return rated.passage().features().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
