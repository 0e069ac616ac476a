package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations as they are packaged, and the rules that hold between blocks. */
class LingerConfigTest {
    private static final String STAGE_ONE_IS_READ = ": the ranker reads the column stage_one_score, but the"
            + " features do not have it; add the group stage-one to features.groups, take the column off"
            + " features.excludedColumns, or choose another ranker";

    static List<String> packaged() {
        return PackagedConfigs.names();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void every_packaged_configuration_is_whole(String name) {
        assertEquals(
                name.substring(name.indexOf('/') + 1),
                LingerConfig.resolve(Optional.of(name), List.of()).name());
    }

    @Test
    void the_defaults_of_the_records_are_those_of_the_default_file(@TempDir Path folder) throws IOException {
        ObjectNode rest = (ObjectNode) resolve("default").deepCopy();
        rest.remove(List.of("seed", "data", "split", "training", "evaluation"));
        rest.putNull("extends");
        Path file = Files.writeString(folder.resolve("rest.json"), rest.toString());
        assertEquals(resolve("default"), resolve(file.toString()));
    }

    @Test
    void both_recipes_of_plain_als_have_the_same_candidates() {
        assertEquals(
                resolve("recipes/factorization-only").get("candidates"),
                resolve("recipes/plain-als-lightgbm").get("candidates"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ranker-lightgbm-l1",
                "ranker-l2",
                "ranker-huber",
                "ranker-quantile",
                "ranker-binary",
                "ranker-lambdarank"
            })
    void trees_of_another_objective_differ_from_the_default_ones_in_nothing_else(String name) {
        assertEquals(
                trees(resolve("default").at("/ranker/members/0/model")),
                trees(resolve(name).at("/ranker")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"features.groups=[{\"type\": \"context\"}]", "features.excludedColumns=[\"stage_one_score\"]"})
    void a_ranker_that_reads_stage_one_needs_its_column(String setting) {
        String message = assertThrows(
                        InputException.class, () -> LingerConfig.resolve(Optional.empty(), List.of(setting)))
                .getMessage();
        assertEquals(
                "--set " + setting + ", configs/default.json" + STAGE_ONE_IS_READ,
                message.replaceAll("json:\\d+", "json"));
        LingerConfig.resolve(Optional.of("ranker-lightgbm-l1"), List.of(setting));
    }

    @Test
    void fewer_resamples_than_the_tails_need_are_refused_before_the_run() {
        assertEquals(
                "--set evaluation.resamples=39: evaluation: resamples must be in 40..1000000 but was 39",
                assertThrows(
                                InputException.class,
                                () -> LingerConfig.resolve(Optional.empty(), List.of("evaluation.resamples=39")))
                        .getMessage());
    }

    @Test
    void what_draws_a_list_is_the_last_orderer() {
        String setting = "orderers=[\"plackett-luce\", \"mmr\"]";
        assertTrue(assertThrows(InputException.class, () -> LingerConfig.resolve(Optional.empty(), List.of(setting)))
                .getMessage()
                .contains("an orderer that draws its list, as plackett-luce, must be the last"));
        LingerConfig.resolve(Optional.empty(), List.of("orderers=[\"mmr\", \"plackett-luce\"]"));
    }

    private static JsonNode resolve(String name) {
        return LingerConfig.resolve(Optional.of(name), List.of()).tree();
    }

    private static JsonNode trees(JsonNode block) {
        return ((ObjectNode) block).deepCopy().without(List.of("objective", "extra"));
    }
}
