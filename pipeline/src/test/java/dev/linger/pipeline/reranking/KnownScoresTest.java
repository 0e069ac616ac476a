package dev.linger.pipeline.reranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.experiment.Rankers;
import dev.linger.ranker.Ranker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownScoresTest {
    private static final Ranker FIRST = new Rankers.ByItem("first", item -> item);
    private static final Ranker SECOND = new Rankers.ByItem("second", item -> -item);

    @TempDir
    private Path folder;

    private final List<String> scored = new ArrayList<>();

    @Test
    void a_ranker_that_did_not_change_scores_nothing_again() {
        assertArrayEquals(new double[][] {{5}, {6}}, scores("first as it was", "lists"));
        assertEquals(List.of("first", "second"), scored);
        assertArrayEquals(new double[][] {{5}, {6}}, scores("first as it was", "lists"));
        assertEquals(List.of("first", "second", "second"), scored, "of the second ranker nothing is said");
    }

    @Test
    void another_ranker_or_other_lists_are_scored() {
        scores("first as it was", "lists");
        scored.clear();
        scores("first as it was", "other lists");
        scores("first changed", "lists");
        assertEquals(List.of("first", "second", "first", "second"), scored);
    }

    /** As a later run asks: of the first ranker it knows what determines it. */
    private double[][] scores(String first, String lists) {
        StepCache cache = StepCache.in(folder, List.of("data"), note -> {});
        CacheKey rows = cache.key(lists);
        KnownScores known = new KnownScores(cache);
        known.know(FIRST, cache.key(first));
        return known.of(rows, List.of(FIRST, SECOND), unknown -> unknown.stream()
                .map(ranker -> {
                    scored.add(ranker.name());
                    return new double[] {ranker == FIRST ? 5 : 6};
                })
                .toArray(double[][]::new));
    }
}
