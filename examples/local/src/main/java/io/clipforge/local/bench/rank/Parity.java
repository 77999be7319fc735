package io.clipforge.local.bench.rank;

import io.clipforge.fleet.rank.boosting.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The greatest differences from what the library answered to the same rows.
 *
 * @param raw of raw scores
 * @param prediction of predictions
 * @param contributions of any feature's contribution, and of the expected value
 */
record Parity(String model, int rows, double raw, double prediction, double contributions) {

    /**
     * @param folder where {@code parity.py} has written
     */
    static Parity of(Path folder, String model) throws IOException {
        var trees = TreeEnsemble.parse(Files.readString(folder.resolve(model + ".txt")));
        var rows = Files.readAllLines(folder.resolve(model + ".rows.csv"));
        var answers = Files.readAllLines(folder.resolve(model + ".answers.csv"));
        if (rows.size() != answers.size()) {
            throw new IOException("there are not as many answers as rows of " + model);
        }
        var worst = new Parity(model, rows.size(), 0, 0, 0);
        for (int i = 0; i < rows.size(); i++) {
            worst = worst.with(trees, numbers(rows.get(i)), numbers(answers.get(i)));
        }
        return worst;
    }

    double worst() {
        return Math.max(raw, Math.max(prediction, contributions));
    }

    private Parity with(TreeEnsemble trees, double[] row, double[] answer) {
        var ours = trees.contributions(row);
        double furthest = contributions;
        for (int i = 0; i < ours.length; i++) {
            furthest = Math.max(furthest, Math.abs(ours[i] - answer[i + 2]));
        }
        return new Parity(
                model,
                rows,
                Math.max(raw, Math.abs(trees.raw(row) - answer[0])),
                Math.max(prediction, Math.abs(trees.predict(row) - answer[1])),
                furthest);
    }

    private static double[] numbers(String line) {
        return List.of(line.split(",", -1)).stream()
                .mapToDouble(it -> it.equals("nan") ? Double.NaN : Double.parseDouble(it))
                .toArray();
    }

    /** As Python reads it. */
    static String line(double[] row) {
        return String.join(
                ",",
                Arrays.stream(row)
                        .mapToObj(it -> Double.isNaN(it) ? "nan" : Double.toString(it))
                        .toList());
    }
}
