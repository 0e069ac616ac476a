package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.skew.PopulationStability;
import dev.linger.recommender.Recommender;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server tells of the columns of its candidates. */
final class FeatureSkewTest {
    private static final Pattern SKEW = ofColumn("linger_feature_skew_psi");
    private static final Pattern DRIFT = ofColumn("linger_feature_drift_psi");
    private static final String MOVED = "user_mean_ratio";

    @TempDir
    private Path folder;

    private static Pattern ofColumn(String name) {
        return Pattern.compile(name + "\\{column=\"(\\w+)\",model=\"may@[0-9a-f]{12}\"} (\\S+)");
    }

    @Test
    void requests_like_training_have_no_skew_and_tell_it_when_there_are_enough() {
        Path model = TinyModel.write(folder.resolve("may"), 1, rows -> rows);
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            ask(server, 12);
            assertEquals(Map.of(), values(SKEW, server), "480 lists are too few");
            ask(server, 1);
            Map<String, Double> skew = values(SKEW, server);
            Map<String, Double> drift = values(DRIFT, server);
            assertEquals(skew.keySet(), drift.keySet());
            assertEquals(
                    Recommender.load(model).features().columns().stream()
                            .map(FeatureColumn::name)
                            .collect(Collectors.toSet()),
                    skew.keySet());
            skew.forEach((column, psi) -> assertTrue(psi < PopulationStability.STABLE, column + " " + psi));
            drift.forEach((column, psi) -> assertTrue(psi < PopulationStability.STABLE, column + " " + psi));
            // The same model again: the one before it has the same name and is asked no more.
            server.good(server.post("/admin/model", "{\"model\": \"" + model + "\"}"));
            assertEquals(Map.of(), values(SKEW, server));
        }
    }

    @Test
    void a_column_that_was_otherwise_in_training_is_the_one_that_is_skewed() {
        Path model = TinyModel.write(folder.resolve("may"), 1, FeatureSkewTest::doubled);
        ServingConfig.Second itself = new ServingConfig.Second(model, 0);
        try (TestServer server = TestServer.start(TestServer.with(TestServer.config(folder, model), itself))) {
            ask(server, 13);
            Map<String, Double> skew = values(SKEW, server);
            assertTrue(skew.remove(MOVED) > PopulationStability.SHIFTED);
            skew.forEach((column, psi) -> assertTrue(psi < PopulationStability.STABLE, column + " " + psi));
            assertTrue(values(DRIFT, server).get(MOVED) < PopulationStability.STABLE);
        }
    }

    private static FeatureRows doubled(FeatureRows rows) {
        int column = rows.column(MOVED);
        float[] cells = rows.values().clone();
        for (int cell = column; cell < cells.length; cell += rows.columns().size()) {
            cells[cell] *= 2;
        }
        return new FeatureRows(rows.columns(), rows.user(), rows.item(), cells);
    }

    @Test
    void a_model_that_does_not_know_what_it_learned_from_has_no_skew() {
        Path model = TinyModel.write(folder.resolve("may"), 1);
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            ask(server, 13);
            assertFalse(server.get("/metrics").body().contains("linger_feature_skew_psi{"));
        }
    }

    @Test
    void what_was_learned_from_other_columns_is_refused() {
        Path model = TinyModel.write(
                folder.resolve("may"),
                1,
                rows -> new FeatureRows(rows.columns().subList(0, 1), rows.user(), rows.item(), rows.cells(0)));
        InputException refused = assertThrows(InputException.class, () -> Recommender.load(model));
        assertTrue(String.valueOf(refused.getMessage()).contains("learned-columns: not what was written here"));
    }

    private static void ask(TestServer server, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int user = 0; user < TinyModel.USERS; user++) {
                server.list(TinyModel.USER + user, "?k=1");
            }
        }
    }

    private static Map<String, Double> values(Pattern line, TestServer server) {
        Map<String, Double> values = new TreeMap<>();
        for (MatchResult found :
                line.matcher(server.get("/metrics").body()).results().toList()) {
            values.put(found.group(1), Double.valueOf(found.group(2)));
        }
        return values;
    }
}
