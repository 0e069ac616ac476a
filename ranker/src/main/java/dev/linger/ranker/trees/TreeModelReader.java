package dev.linger.ranker.trees;

import dev.linger.data.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Reads the text that LightGBM 4 saves a model as, up to {@code end of trees}; what follows are notes of LightGBM's own.
 * Whatever is not as LightGBM writes it is an {@link InputException} with the line.
 */
public final class TreeModelReader {
    private final ModelLines lines;

    private TreeModelReader(ModelLines lines) {
        this.lines = lines;
    }

    /**
     * Reads a model.
     *
     * @param where the file or other place of the text, for errors
     */
    public static TreeModel read(String where, String text) {
        return new TreeModelReader(new ModelLines(where, text)).readModel();
    }

    private TreeModel readModel() {
        lines.expect("tree");
        lines.expect("version=v4");
        lines.integer("num_class", 1, 1);
        lines.integer("num_tree_per_iteration", 1, 1);
        lines.integer("label_index", 0, 0);
        int columns = lines.integer("max_feature_idx", 0, Integer.MAX_VALUE - 1) + 1;
        List<String> objectiveWords = List.of(lines.value("objective").split(" ", -1));
        Objective objective = readObjective(objectiveWords.get(0));
        ScoreTransform transform = ScoreTransform.of(objective, objectiveWords.contains("sqrt"));
        List<String> names = readNames(columns);
        readOptionalConstraints(columns);
        readColumnRanges(columns);
        List<Tree> trees = readTrees(columns, readTreeSizes());
        lines.expect("end of trees");
        return new TreeModel(names, objective, transform, TreeEnsemble.of(trees));
    }

    private Objective readObjective(String name) {
        try {
            return Objective.named(name);
        } catch (IllegalArgumentException unknown) {
            throw lines.damaged("objective '" + name + "' is not one that gives one score a row", unknown);
        }
    }

    private List<String> readNames(int columns) {
        List<String> names = List.of(lines.words("feature_names", columns));
        if (new HashSet<>(names).size() != columns) {
            throw lines.damaged("feature_names has a name twice");
        }
        return names;
    }

    private void readOptionalConstraints(int columns) {
        if (lines.peek().startsWith("monotone_constraints=")) {
            lines.integers("monotone_constraints", columns, -1, 1);
        }
    }

    /** What each column held in training: {@code [min:max]}, its levels {@code a:b:c}, or {@code none}. */
    private void readColumnRanges(int columns) {
        for (String range : lines.words("feature_infos", columns)) {
            boolean bracketed = range.startsWith("[") && range.endsWith("]");
            String[] numbers = (bracketed ? range.substring(1, range.length() - 1) : range).split(":", -1);
            if (range.equals("none")) {
                continue;
            }
            if (bracketed && numbers.length != 2) {
                throw lines.damaged("feature_infos must hold [min:max] but has " + numbers.length + " numbers");
            }
            for (String number : numbers) {
                lines.number("feature_infos", number);
            }
        }
    }

    private long[] readTreeSizes() {
        String[] words = lines.value("tree_sizes").split(" ", -1);
        long[] sizes = Arrays.stream(words)
                .mapToLong(word -> lines.integer("tree_sizes", word, 1, Long.MAX_VALUE))
                .toArray();
        lines.expect("");
        return sizes;
    }

    private List<Tree> readTrees(int columns, long[] sizes) {
        TreeReader reader = new TreeReader(lines, columns);
        List<Tree> trees = new ArrayList<>();
        for (int number = 0; number < sizes.length; number++) {
            trees.add(reader.read(number, sizes[number]));
        }
        return trees;
    }
}
