package dev.linger.benchmarks.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.benchmarks.kernels.DefaultConfiguration;
import dev.linger.data.InputException;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rows of the table.
 *
 * @param java how Linger's processes are started
 * @param python where the peers' libraries are
 * @param scripts the folder of their scripts
 * @param duckDbDriver a JDBC driver to be the peer that reads files; null for what is found
 * @param scale share of KuaiRec's size
 */
record Works(JavaCommand java, Python python, Path scripts, @Nullable Path duckDbDriver, String scale) {
    private static final int LIMIT = 300;
    private static final int ROUNDS = 100;
    private static final int RECIPE_ROUNDS = 150;
    private static final List<String> IMPLICIT = List.of("implicit", "numpy", "scipy", "threadpoolctl");

    /** In the order of the table. */
    List<Work> all() {
        return List.of(
                load(),
                als(64, "cg", 3, 5),
                als(128, "cg", 3, 5),
                als(64, "exact", 2, 3),
                als(128, "exact", 2, 3),
                top(64),
                top(128),
                trees(),
                recipe(
                        "recipe",
                        "the published recipe: ALS, L1 with " + RECIPE_ROUNDS + " rounds",
                        "--set",
                        "candidates.baselines=[\"popularity\"]",
                        "--set",
                        "evaluation.relevance=[{\"type\":\"ratio-above\"}]"),
                recipe("recipe-typed", "the same, with all that Linger's defaults measure"));
    }

    /**
     * Those whose names are given or begin so.
     *
     * @throws InputException if there is none of a name
     */
    List<Work> named(List<String> names) {
        List<Work> all = all();
        for (String name : names) {
            if (all.stream().noneMatch(work -> work.name().startsWith(name))) {
                throw new InputException("--rows: no row is called " + name + "; there are "
                        + all.stream().map(Work::name).collect(Collectors.joining(", ")));
            }
        }
        return all.stream()
                .filter(work -> names.stream().anyMatch(work.name()::startsWith))
                .toList();
    }

    private Work load() {
        Optional<DuckDb> found = DuckDb.find(duckDbDriver, python, scripts, java.plain());
        Work.Peer peer = found.map(duckDb -> new Work.Peer(duckDb.name(), List.of(), duckDb.command()))
                .orElseGet(() -> new Work.Peer("DuckDB", List.of("duckdb"), List.of()));
        return new Work(
                "load",
                "CSV to checked columns, a fresh process",
                Work.Input.FILES,
                Side.Timed.PROCESS,
                java.side("load", scale, "."),
                peer);
    }

    private Work als(int factors, String solver, int warmUp, int counted) {
        boolean exact = solver.equals("exact");
        return new Work(
                (exact ? "als-exact-" : "als-") + factors,
                "ALS iteration, " + factors + " factors, " + (exact ? "exact" : "CG(3)"),
                Work.Input.PAIRS,
                Side.Timed.SECTIONS,
                java.side(
                        "als",
                        scale,
                        Integer.toString(factors),
                        solver,
                        Integer.toString(warmUp),
                        Integer.toString(counted)),
                peer(
                        "implicit",
                        IMPLICIT,
                        "als_implicit.py",
                        Integer.toString(factors),
                        solver,
                        Double.toString(PeerData.REGULARIZATION),
                        Integer.toString(warmUp),
                        Integer.toString(counted)));
    }

    private Work top(int factors) {
        return new Work(
                "top-" + factors,
                "top " + LIMIT + " of all users, seen left out, " + factors + " factors",
                Work.Input.PAIRS,
                Side.Timed.SECTIONS,
                java.side("top", scale, Integer.toString(factors), "2", "5"),
                peer(
                        "implicit",
                        IMPLICIT,
                        "top_implicit.py",
                        Integer.toString(factors),
                        Integer.toString(LIMIT),
                        "2",
                        "5"));
    }

    private Work trees() {
        return new Work(
                "trees",
                "LightGBM L1, " + ROUNDS + " rounds of drawn rows",
                Work.Input.ROWS,
                Side.Timed.SECTIONS,
                java.side("trees", scale, Integer.toString(ROUNDS)),
                peer(
                        "lightgbm",
                        List.of("lightgbm", "numpy"),
                        "trees_lightgbm.py",
                        parameters(DefaultConfiguration.trees(ROUNDS)),
                        Integer.toString(ROUNDS),
                        PeerData.categories()));
    }

    /** @param narrower what takes back from the defaults what the peer does not do */
    private Work recipe(String name, String title, String... narrower) {
        List<String> libraries = new ArrayList<>(IMPLICIT);
        libraries.addAll(List.of("pandas", "lightgbm"));
        List<String> command = new ArrayList<>(java.linger(
                "run",
                "--quiet",
                "--data",
                ".",
                "--config",
                "recipes/plain-als-lightgbm",
                "--set",
                "ranker.rounds=" + RECIPE_ROUNDS,
                "--no-cache",
                "--no-snapshot",
                "--out",
                "../runs"));
        command.addAll(List.of(narrower));
        return new Work(
                name,
                title,
                Work.Input.FILES,
                Side.Timed.PROCESS,
                command,
                peer("pandas, implicit, lightgbm", libraries, "recipe.py", Integer.toString(RECIPE_ROUNDS)));
    }

    private Work.Peer peer(String name, List<String> libraries, String script, String... arguments) {
        String version = python.version(name);
        return new Work.Peer(
                version.isEmpty() ? name : name + " " + version,
                python.missing(libraries),
                python.script(scripts.resolve(script), arguments));
    }

    /** What both train with, by LightGBM's names. */
    private static String parameters(LightGbmConfig config) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", config.objective());
        parameters.put("num_leaves", config.leaves());
        parameters.put("learning_rate", config.learningRate());
        parameters.put("min_data_in_leaf", config.minRowsInLeaf());
        parameters.put("feature_fraction", config.featureFraction());
        parameters.put("bagging_fraction", config.rowFraction());
        parameters.put("bagging_freq", config.rowFractionFrequency());
        parameters.put("lambda_l2", config.l2());
        parameters.put("cat_smooth", config.catSmooth());
        parameters.put("verbosity", -1);
        try {
            return new ObjectMapper().writeValueAsString(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
