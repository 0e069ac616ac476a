package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.recommender.Recommendation;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run whose lists are ordered further, on topics. */
final class OrderedRunTest {
    @Test
    void each_order_has_its_row_and_the_model_gives_the_lists_that_were_measured() throws IOException {
        Path config = Files.createTempFile("ordered", ".json");
        Files.writeString(
                config,
                """
                {
                  "extends": "recipes/item-knn",
                  "candidates": {"sources": ["item-knn", "affinity"]},
                  "orderers": ["calibrated", {"type": "near-duplicates", "by": "source", "alike": 0.1}]
                }
                """);
        FinishedRun run = FinishedRun.of(SyntheticFolder.topics(), 2, config);
        assertEquals(0, run.exitCode(), run.errors());

        List<String> rows = Files.readAllLines(run.folder().resolve("tables/orders-end-to-end-ratio-gt-1-0.csv"));
        assertEquals(4, rows.size(), rows::toString);
        assertTrue(rows.get(2).startsWith("calibrated,"), rows::toString);
        assertTrue(rows.get(3).startsWith("near-duplicates,"), rows::toString);

        Recommender model = Recommender.load(run.folder().resolve("model"));
        run.lists("recommendations.csv").entrySet().stream().limit(20).forEach(list -> {
            List<Long> asked = model.recommend(list.getKey(), list.getValue().size()).stream()
                    .map(Recommendation::itemId)
                    .map(id -> id.number())
                    .toList();
            assertEquals(list.getValue(), asked);
        });
    }
}
