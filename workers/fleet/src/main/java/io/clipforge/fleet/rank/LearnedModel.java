package io.clipforge.fleet.rank;

import io.clipforge.fleet.rank.boosting.TreeEnsemble;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * Trees that were taught some of the features, with what training found out about them. Lies in two
 * files: {@code NAME.txt} as LightGBM writes it, and {@code NAME.properties}:
 *
 * <ul>
 *   <li>{@code languages}: BCP 47 languages that it was taught, separated by commas
 *   <li>{@code slope}, {@code intercept}: Platt's calibration; log-odds = slope × raw + intercept
 *   <li>{@code base-rate}: share of passages that people reacted to
 *   <li>{@code importance.FEATURE}: mean size of what the feature adds to the log-odds
 * </ul>
 */
final class LearnedModel {
    static final String SHIPPED = "reactions-en";

    private final String name;
    private final TreeEnsemble trees;
    private final List<Feature> features;
    private final Map<Feature, Double> importances = new EnumMap<>(Feature.class);
    private final Set<String> languages;
    private final double slope;
    private final double intercept;
    private final double baseLogOdds;
    private final double meanLogOdds;

    private LearnedModel(String name, String text, Properties facts) {
        this.name = name;
        trees = TreeEnsemble.parse(text);
        features = trees.features().stream().map(it -> feature(name, it)).toList();
        features.forEach(it -> importances.put(it, number(facts, "importance." + it.text())));
        languages = Set.of(fact(facts, "languages").split("\\s*,\\s*", -1));
        slope = number(facts, "slope");
        intercept = number(facts, "intercept");
        double rate = number(facts, "base-rate");
        if (rate <= 0 || rate >= 1) {
            throw new IllegalArgumentException("the base rate of " + name + " is no share");
        }
        baseLogOdds = Math.log(rate / (1 - rate));
        var expected = trees.contributions(new double[features.size()]);
        meanLogOdds = slope * expected[features.size()] + intercept;
    }

    static LearnedModel shipped() {
        try {
            return new LearnedModel(
                    SHIPPED, resource(SHIPPED + ".txt"), facts(resource(SHIPPED + ".properties")));
        } catch (IOException e) {
            throw new IllegalStateException("the shipped model cannot be read", e);
        }
    }

    /**
     * @param text the model; its properties lie beside it
     */
    static LearnedModel read(Path text) throws IOException {
        var file = Objects.requireNonNull(text.getFileName(), "a model is a file").toString();
        var name = file.endsWith(".txt") ? file.substring(0, file.length() - 4) : file;
        return new LearnedModel(
                name,
                Files.readString(text),
                facts(Files.readString(text.resolveSibling(name + ".properties"))));
    }

    String name() {
        return name;
    }

    /**
     * @param tag BCP 47
     */
    boolean speaks(String tag) {
        return languages.contains(tag.split("-", 2)[0]);
    }

    boolean knows(Feature feature) {
        return importances.containsKey(feature);
    }

    double importance(Feature feature) {
        return importances.getOrDefault(feature, 0.0);
    }

    double logOdds(FeatureValues values) {
        return slope * trees.raw(row(values)) + intercept;
    }

    /** Of the passages it was taught. */
    double meanLogOdds() {
        return meanLogOdds;
    }

    double baseLogOdds() {
        return baseLogOdds;
    }

    /** In log-odds; with {@link #meanLogOdds} they sum to {@link #logOdds}. */
    Map<Feature, Double> contributions(FeatureValues values) {
        var raw = trees.contributions(row(values));
        var contributions = new EnumMap<Feature, Double>(Feature.class);
        for (int i = 0; i < features.size(); i++) {
            contributions.put(features.get(i), slope * raw[i]);
        }
        return contributions;
    }

    private double[] row(FeatureValues values) {
        return features.stream().mapToDouble(values::of).toArray();
    }

    private static Feature feature(String model, String text) {
        return Arrays.stream(Feature.values())
                .filter(it -> it.text().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the model %s asks for '%s', which is no feature"
                                        .formatted(model, text)));
    }

    private double number(Properties facts, String key) {
        try {
            double value = Double.parseDouble(fact(facts, key));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " of " + name + " is no number", e);
        }
        throw new IllegalArgumentException(key + " of " + name + " is no finite number");
    }

    private String fact(Properties facts, String key) {
        var value = facts.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the properties of " + name + " lack " + key);
        }
        return value.strip();
    }

    private static Properties facts(String text) throws IOException {
        var facts = new Properties();
        facts.load(new StringReader(text));
        return facts;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LearnedModel.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
