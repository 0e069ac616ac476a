package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.pipeline.config.ConfigSample.Blend;
import dev.linger.pipeline.config.ConfigSample.Report;
import dev.linger.pipeline.config.ConfigSample.Retrieve;
import dev.linger.pipeline.config.ConfigSample.Solver;
import dev.linger.pipeline.config.ConfigSample.StageOne;
import dev.linger.pipeline.config.ConfigSample.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StrictConfigTest {
    private static final ConfigSample DEFAULT = new ConfigSample(
            7,
            new Retrieve(64, 40, true, Solver.CONJUGATE_GRADIENT),
            new Blend(0.5, new Trees(31, Map.of("max_bin", "255"))),
            new Report(List.of(5, 10), "first", Optional.empty()));

    @Test
    void the_default_file_alone_gives_every_value() {
        assertEquals(DEFAULT, ConfigSample.resolve().value());
        assertEquals("default", ConfigSample.resolve().name());
    }

    @Test
    void a_variant_says_what_differs_and_names_the_run() {
        ResolvedConfig<ConfigSample> resolved = variant("{\"ranker\": {\"type\": \"stage-one\"}, \"seed\": 8}");
        assertEquals(new ConfigSample(8, DEFAULT.retrieve(), new StageOne(), DEFAULT.report()), resolved.value());
        assertEquals(
                new Retrieve(8, 40, true, Solver.CONJUGATE_GRADIENT),
                variant("{\"retrieve\": {\"factorCount\": 8}}").value().retrieve());
        assertEquals("plain", resolved.name());
    }

    @Test
    void a_setting_replaces_one_value_of_the_variant_or_the_default() {
        ConfigSample set = ConfigSample.resolve(
                        "seed=-9",
                        "retrieve.solver=cholesky",
                        "retrieve.alpha=1",
                        "ranker.base.leaves=63",
                        "report.cutoffs.1=20",
                        "report.note=a = b")
                .value();
        assertEquals(
                new ConfigSample(
                        -9,
                        new Retrieve(64, 1, true, Solver.CHOLESKY),
                        new Blend(0.5, new Trees(63, Map.of("max_bin", "255"))),
                        new Report(List.of(5, 20), "first", Optional.of("a = b"))),
                set);
    }

    @Test
    void settings_apply_in_order() {
        assertEquals(3, ConfigSample.resolve("seed=2", "seed=3").value().seed());
    }

    @Test
    void a_setting_may_be_a_whole_block_and_add_an_entry_to_a_map() {
        ConfigSample set = ConfigSample.resolve(
                        "ranker={\"type\": \"trees\", \"leaves\": 3, \"parameters\": {}}",
                        "ranker.parameters.verbosity=\"-1\"")
                .value();
        assertEquals(new Trees(3, Map.of("verbosity", "-1")), set.ranker());
    }

    @Test
    void a_new_type_starts_its_block_again_and_the_same_type_keeps_it() {
        assertEquals(
                new StageOne(),
                ConfigSample.resolve("ranker.type=stage-one").value().ranker());
        assertEquals(
                new Trees(3, Map.of()),
                ConfigSample.resolve("ranker.type=trees", "ranker.leaves=3", "ranker.parameters={}")
                        .value()
                        .ranker());
        assertEquals(DEFAULT, ConfigSample.resolve("ranker.type=blend").value());
    }

    @Test
    void the_resolved_text_has_keys_in_component_order_and_the_type_first() {
        assertEquals(
                """
                {
                  "extends": null,
                  "seed": 7,
                  "retrieve": {
                    "factorCount": 64,
                    "alpha": 40.0,
                    "warmStart": true,
                    "solver": "conjugate-gradient"
                  },
                  "ranker": {
                    "type": "blend",
                    "weight": 0.5,
                    "base": {
                      "type": "trees",
                      "leaves": 31,
                      "parameters": {
                        "max_bin": "255"
                      }
                    }
                  },
                  "report": {
                    "cutoffs": [ 5, 10 ],
                    "title": "first",
                    "note": null
                  }
                }
                """,
                ConfigSample.resolve().json());
    }

    @Test
    void the_resolved_text_resolves_to_itself() {
        ResolvedConfig<ConfigSample> first = ConfigSample.resolve("report.note=x", "retrieve.alpha=1");
        ResolvedConfig<ConfigSample> again =
                ConfigSample.resolve(new ConfigText("again.json", first.json()), Optional.empty());
        assertEquals(first.value(), again.value());
        assertEquals(first.json(), again.json());
    }

    @Test
    void the_same_values_written_otherwise_resolve_to_the_same_text() {
        ResolvedConfig<ConfigSample> resolved = variant(
                "{\"retrieve\": {\"solver\":\"conjugate-gradient\",\"warmStart\":true,\"alpha\":40,\"factorCount\":64}}");
        assertEquals(ConfigSample.resolve().json(), resolved.json());
    }

    private static ResolvedConfig<ConfigSample> variant(String text) {
        return ConfigSample.resolve(ConfigSample.text(), Optional.of(new ConfigText("my/plain.json", text)));
    }
}
