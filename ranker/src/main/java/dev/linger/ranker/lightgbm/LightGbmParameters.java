package dev.linger.ranker.lightgbm;

import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.ranker.trees.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * LightGBM's parameters as the one text that data sets and boosters both get. Of a parameter given twice LightGBM takes
 * the first without a word, and an unknown one it ignores; so both are errors here.
 */
final class LightGbmParameters {
    /** What would make a model that is trained, stopped or scored in another way than ours are. */
    private static final Map<String, String> UNSUPPORTED = Map.of(
            "boosting", "training, early stopping and scoring are those of plain boosting",
            "linear_tree", "leaves hold one number",
            "num_class", "a row has one score",
            "force_row_wise", "its results depend on the number of threads",
            "data_random_seed", "the rows that bins are made from are drawn by the run's seed");

    /** What LightGBM takes but does not look at when rows come from memory, into one process. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "data",
            "valid",
            "header",
            "label_column",
            "weight_column",
            "group_column",
            "ignore_column",
            "two_round",
            "pre_partition",
            "precise_float_parser",
            "parser_config_file",
            "refit_decay_rate",
            "saved_feature_importance_type",
            "tree_learner",
            "num_machines",
            "machines",
            "machine_list_filename",
            "local_listen_port",
            "time_out");

    /** Set by the configuration or by the run, but not in the text of every training. */
    private static final Set<String> SET_ELSEWHERE =
            Set.of("early_stopping_round", "num_threads", "eval_at", "label_gain");

    private static final String BIN_ROWS = "bin_construct_sample_cnt";
    private static final String QUANTIZED = "use_quantized_grad";
    private static final String DEFAULT_BIN_ROWS = "200000";

    private LightGbmParameters() {}

    /** From how many rows bins are made at most. */
    static int binRows(LightGbmConfig config) {
        String value = config.extra().getOrDefault(BIN_ROWS, DEFAULT_BIN_ROWS);
        try {
            return Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException notWhole) {
            throw new InputException(
                    "lightgbm: the value of the extra parameter " + BIN_ROWS + " must be a whole number but was '"
                            + value + "'",
                    notWhole);
        }
    }

    static String of(LightGbmConfig config, List<FeatureColumn> columns, Seed seed) {
        Map<String, String> parameters = new LinkedHashMap<>(ofConfig(config));
        parameters.put("seed", Integer.toString(seed.derive("lightgbm").asInt()));
        parameters.put("deterministic", "true");
        parameters.put("force_col_wise", "true");
        parameters.put("verbosity", "-1");
        parameters.put("categorical_feature", categoryColumns(columns));
        requireNew(config.extra(), parameters.keySet());
        requireNumbers(config.extra(), columns);
        parameters.putAll(config.extra());
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> ofConfig(LightGbmConfig config) {
        Objective objective = Objective.named(config.objective());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("objective", objective.lightGbmName());
        parameters.put("metric", objective.metric());
        parameters.put("num_iterations", Integer.toString(config.rounds()));
        parameters.put("num_leaves", Integer.toString(config.leaves()));
        parameters.put("learning_rate", Double.toString(config.learningRate()));
        parameters.put("min_data_in_leaf", Integer.toString(config.minRowsInLeaf()));
        parameters.put("feature_fraction", Double.toString(config.featureFraction()));
        parameters.put("bagging_fraction", Double.toString(config.rowFraction()));
        parameters.put("bagging_freq", Integer.toString(config.rowFractionFrequency()));
        parameters.put("lambda_l2", Double.toString(config.l2()));
        parameters.put("max_bin", Integer.toString(config.maxBin()));
        parameters.put("cat_smooth", Double.toString(config.catSmooth()));
        parameters.put("cat_l2", Double.toString(config.catL2()));
        parameters.put("max_cat_threshold", Integer.toString(config.maxCatThreshold()));
        if (objective.target() == Objective.Target.GRADE) {
            parameters.put("eval_at", Integer.toString(config.grading().cutoff()));
            parameters.put("label_gain", gains(config.grading()));
        }
        return parameters;
    }

    private static String gains(Grading grading) {
        return IntStream.rangeClosed(0, grading.max())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static String categoryColumns(List<FeatureColumn> columns) {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).kind() == FeatureColumn.Kind.CATEGORY)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    /** LightGBM 4.3 ends the process where quantized gradients meet a category (its issue 6257). */
    private static void requireNumbers(Map<String, String> extra, List<FeatureColumn> columns) {
        boolean quantized = !List.of("false", "0", "-").contains(extra.getOrDefault(QUANTIZED, "false"));
        if (quantized && !categoryColumns(columns).isEmpty()) {
            throw new InputException("lightgbm: the extra parameter " + QUANTIZED
                    + " does not work with categories in this version of LightGBM; take it out, or leave the categories out"
                    + " with features.excludedColumns");
        }
    }

    private static void requireNew(Map<String, String> extra, Set<String> ours) {
        Set<String> known = extra.isEmpty() ? Set.of() : ParameterNames.known();
        extra.forEach((name, value) -> {
            if (ours.contains(name) || SET_ELSEWHERE.contains(name)) {
                throw new InputException("lightgbm: the extra parameter " + name
                        + " is set by the ranker's other keys or by the run; set it there and take it out of extra");
            }
            String reason = WITHOUT_EFFECT.contains(name)
                    ? "rows come from memory, and training takes place in this process"
                    : UNSUPPORTED.get(name);
            if (reason != null) {
                throw new InputException("lightgbm: the extra parameter " + name + " is not supported: " + reason);
            }
            if (!known.contains(name)) {
                throw new InputException("lightgbm: LightGBM has no parameter " + name
                        + " by its full name; the nearest is " + ParameterNames.nearest(name, known));
            }
            if (value.isEmpty() || value.chars().anyMatch(c -> Character.isWhitespace(c) || c == '=' || c == '#')) {
                throw new InputException("lightgbm: the value of the extra parameter " + name
                        + " must be one word without '=' and '#' but was '" + value + "'");
            }
        });
    }
}
