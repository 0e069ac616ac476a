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
                  "orderers": [{"type": "creator-uplift", "days": 2}, "calibrated", {"type": "near-duplicates", "by": "source", "alike": 0.1},
                               {"type": "creator-cap", "most": 1, "stretch": 5}]
                }
                """);
        FinishedRun run = FinishedRun.of(SyntheticFolder.topics(), 2, config);
        assertEquals(0, run.exitCode(), run.errors());

        List<String> rows = Files.readAllLines(run.folder().resolve("tables/orders-end-to-end-ratio-gt-1-0.csv"));
        assertEquals(6, rows.size(), rows::toString);
        assertTrue(rows.get(2).startsWith("creator-uplift,"), rows::toString);
        assertTrue(rows.get(3).startsWith("calibrated,"), rows::toString);
        assertTrue(rows.get(4).startsWith("near-duplicates,"), rows::toString);
        List<String> uploads = Files.readAllLines(run.folder().resolve("tables/creator-uploads.csv"));
        assertTrue(uploads.get(1).startsWith("validation,base rate,"), uploads::toString);

        Recommender model = Recommender.load(run.folder().resolve("model"));
        assertTrue(model.uploads().isPresent());
        run.lists("recommendations.csv").entrySet().stream().limit(20).forEach(list -> {
            List<Long> asked = model.recommend(list.getKey(), list.getValue().size()).stream()
                    .map(Recommendation::itemId)
                    .map(id -> id.number())
                    .toList();
            assertEquals(list.getValue(), asked);
        });
        requireOrdered(model);
    }

    /** The fallback's list is ordered too. */
    private static void requireOrdered(Recommender model) {
        int[] creators = model.tables().itemTable().creatorCodes();
        List<Recommendation> list = model.recommend(-1L, 30);
        assertEquals(30, list.size());
        for (int from = 0; from < 30; from += 5) {
            assertEquals(
                    5,
                    list.subList(from, from + 5).stream()
                            .mapToInt(video -> creators[model.tables().items().indexOf(video.itemId())])
                            .distinct()
                            .count());
        }
    }
}
