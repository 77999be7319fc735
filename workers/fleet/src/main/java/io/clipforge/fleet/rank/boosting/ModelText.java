package io.clipforge.fleet.rank.boosting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Reads the whole file: a header, trees one after another, and the line that ends them. */
final class ModelText {
    private static final String END = "end of trees";
    private static final String TREE = "Tree=";
    private static final List<String> VERSIONS = List.of("v3", "v4");

    private ModelText() {}

    static TreeEnsemble read(String text) {
        var sections = sections(text);
        var header = sections.getFirst();
        if (!header.has("tree") || !VERSIONS.contains(header.text("version"))) {
            throw new UnreadableModel("this is no model of LightGBM 3 or 4");
        }
        if (header.number("num_class") != 1 || header.number("num_tree_per_iteration") != 1) {
            throw new UnreadableModel("the model has several classes, and so no single score");
        }
        var names = names(header);
        var texts = sections.subList(1, sections.size());
        var trees = texts.stream().map(it -> TreeText.read(it, names.size())).toList();
        if (trees.isEmpty()) {
            throw new UnreadableModel("the model has no tree");
        }
        int promised = header.text("tree_sizes").strip().split("\\s+", -1).length;
        if (promised != trees.size()) {
            throw new UnreadableModel(
                    "the model has %d trees instead of %d".formatted(trees.size(), promised));
        }
        return new TreeEnsemble(names, trees, header.has("average_output"), prediction(header));
    }

    /** The header first. */
    private static List<Section> sections(String text) {
        var sections = new ArrayList<Section>();
        var lines = new ArrayList<String>();
        var name = "the header";
        for (var line : (Iterable<String>) text.lines()::iterator) {
            boolean tree = line.startsWith(TREE);
            if (tree || line.equals(END)) {
                sections.add(Section.of(name, lines));
                lines.clear();
                if (!tree) {
                    return sections;
                }
                name = "tree " + sections.size();
                if (!line.equals(TREE + (sections.size() - 1))) {
                    throw new UnreadableModel(name + " is out of order");
                }
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        throw new UnreadableModel("the model is cut short: it lacks the line '" + END + "'");
    }

    private static List<String> names(Section header) {
        var names = List.of(header.text("feature_names").strip().split(" ", -1));
        if (names.size() - 1 != header.number("max_feature_idx")) {
            throw new UnreadableModel("the header names %d features".formatted(names.size()));
        }
        return names;
    }

    private static DoubleUnaryOperator prediction(Section header) {
        return Objective.of(header.has("objective") ? header.text("objective") : "custom");
    }
}
