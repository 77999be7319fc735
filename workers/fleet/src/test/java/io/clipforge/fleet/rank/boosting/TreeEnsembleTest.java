package io.clipforge.fleet.rank.boosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against answers of the library, made by {@code src/test/boosting/fixtures.py}. */
class TreeEnsembleTest {
    private static final int FEATURES = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regression",
                "root",
                "poisson",
                "binary",
                "entropy",
                "lambdarank",
                "categorical",
                "zero-as-missing",
                "without-missing",
                "forest",
                "constant",
                "deep"
            })
    void everyAnswerIsTheLibrarys(String name) throws IOException {
        var model = TreeEnsemble.parse(file(name + ".txt"));
        int rows = 0;
        for (var line : file(name + ".csv").lines().toList()) {
            var numbers = numbers(line);
            var row = Arrays.copyOf(numbers, FEATURES);
            assertEquals(numbers[FEATURES], model.raw(row), line);
            assertEquals(numbers[FEATURES + 1], model.predict(row), 1e-15 * 16, line);
            for (int i = 0; i <= FEATURES; i++) {
                assertEquals(numbers[FEATURES + 2 + i], model.contributions(row)[i], line);
            }
            rows++;
        }
        assertEquals(40, rows);
    }

    @Test
    void featuresKeepTheirNamesAndOrder() throws IOException {
        assertEquals(
                List.of("Column_0", "Column_1", "Column_2", "Column_3", "Column_4"),
                TreeEnsemble.parse(file("binary.txt")).features());
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() throws IOException {
        var model = TreeEnsemble.parse(file("binary.txt"));
        assertThrows(IllegalArgumentException.class, () -> model.raw(1, 2));
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() throws IOException {
        var text = file("categorical.txt");
        int end = text.indexOf("end of trees");
        for (int length = 0; length < end; length += 7) {
            var part = text.substring(0, length);
            assertThrows(UnreadableModel.class, () -> TreeEnsemble.parse(part), part);
        }
    }

    /** It may still be a model, but never anything that fails later or does not end. */
    @Test
    void aDamagedFileIsRefusedOrEvaluated() throws IOException {
        var text = file("categorical.txt");
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            var damaged = new StringBuilder(text);
            for (int j = 0; j < 3; j++) {
                int at = random.nextInt(text.indexOf("end of trees"));
                damaged.setCharAt(at, "0123456789-=. \n".charAt(random.nextInt(15)));
            }
            try {
                var model = TreeEnsemble.parse(damaged.toString());
                model.contributions(new double[model.features().size()]);
            } catch (UnreadableModel e) {
                refused++;
            }
        }
        assertTrue(refused > 500, refused + " refused");
    }

    @Test
    void whatItCannotDoIsRefusedByName() throws IOException {
        var text = file("regression.txt");
        refuses(text.replace("num_class=1", "num_class=3"), "several classes");
        refuses(text.replace("objective=regression", "objective=multiclassova"), "multiclassova");
        refuses(text.replaceFirst("is_linear=0", "is_linear=1"), "tree 1 is linear");
        refuses(text.replace("version=v4", "version=v9"), "LightGBM 3 or 4");
        refuses("", "cut short");
    }

    @Test
    void treesThatAreNoTreesAreRefused() throws IOException {
        var text = file("regression.txt");
        refuses(text.replaceFirst("left_child=\\S+", "left_child=0"), "not there");
        refuses(text.replaceFirst("(right_child=.*) \\S+\n", "$1 -1\n"), "two parents");
        refuses(text.replaceFirst("split_feature=\\d", "split_feature=5"), "does not name");
        refuses(text.replaceFirst("num_leaves=\\d+", "num_leaves=2000000000"), "leaves");
        refuses(text.replaceFirst("threshold=\\S+", "threshold=nan"), "'nan' in 'threshold'");
        refuses(text.replaceFirst("leaf_value=\\S+", "leaf_value="), "instead of 7");
        refuses(text.replaceFirst("leaf_count=", "leaf_value=1\nleaf_count="), "twice");
        refuses(text.replaceFirst("Tree=1", "Tree=3"), "out of order");
    }

    private static void refuses(String text, String reason) {
        var refusal = assertThrows(UnreadableModel.class, () -> TreeEnsemble.parse(text));
        var message = Objects.requireNonNull(refusal.getMessage());
        assertTrue(message.contains(reason), message);
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(it ->
                        Double.parseDouble(it.replace("nan", "NaN").replace("inf", "Infinity")))
                .toArray();
    }

    private static String file(String name) throws IOException {
        try (var in = TreeEnsembleTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
