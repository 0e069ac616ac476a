package dev.linger.pipeline.config;

import dev.linger.data.config.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small tree with a component of every kind. */
record ConfigSample(long seed, Retrieve retrieve, Ranker ranker, Report report) {
    static final TypeRegistry TYPES = TypeRegistry.of(List.of(registration -> {
        registration.add(Ranker.class, "trees", Trees.class);
        registration.add(Ranker.class, "blend", Blend.class);
        registration.add(Ranker.class, "stage-one", StageOne.class);
    }));

    static final String TEXT =
            """
            {
              "seed": 7,
              "retrieve": { "factorCount": 64, "alpha": 40.0, "warmStart": true, "solver": "conjugate-gradient" },
              "ranker": {
                "type": "blend",
                "weight": 0.5,
                "base": { "type": "trees", "leaves": 31, "parameters": { "max_bin": "255" } }
              },
              "report": { "cutoffs": [5, 10], "title": "first", "note": null }
            }
            """;

    enum Solver {
        CHOLESKY,
        CONJUGATE_GRADIENT
    }

    record Retrieve(int factorCount, double alpha, boolean warmStart, Solver solver) {
        Retrieve {
            if (!(alpha > 0)) {
                throw new IllegalArgumentException("alpha must be > 0 but was " + alpha);
            }
        }
    }

    interface Ranker {}

    record Trees(int leaves, Map<String, String> parameters) implements Ranker {}

    record Blend(double weight, Ranker base) implements Ranker {}

    record StageOne() implements Ranker {}

    record Report(List<Integer> cutoffs, String title, Optional<String> note) {}

    static ConfigText text() {
        return new ConfigText("configs/default.json", TEXT);
    }

    static ResolvedConfig<ConfigSample> resolve(String... settings) {
        return resolve(text(), Optional.empty(), settings);
    }

    static ResolvedConfig<ConfigSample> resolve(ConfigText defaults, Optional<ConfigText> variant, String... settings) {
        return new StrictConfig<>(ConfigSample.class, TYPES).resolve(defaults, variant, List.of(settings));
    }
}
