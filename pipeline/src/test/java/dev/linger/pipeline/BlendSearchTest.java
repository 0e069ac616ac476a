package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.ranker.Ranker;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BlendSearchTest {
    private static final int USERS = 40;
    private static final int ITEMS = 60;
    private static final int LIMIT = 25;

    private static final InteractionLog LOG = Scene.randomLog(5, USERS, ITEMS, 1_200, 6);
    private static final int VALIDATION_ROW = LOG.firstRowAtOrAfter(Scene.millis(4, 0));
    private static final Judgments JUDGMENTS = Judgments.of(
            LOG.slice(VALIDATION_ROW, LOG.size()),
            new RelevanceRule.RatioAbove(1, false).fit(LOG.slice(0, VALIDATION_ROW)),
            0.2);

    private static final Ranker BASE = new Rankers.ByItem("base", item -> item * 7 % 11);

    @Test
    void the_quality_of_a_blend_is_its_ndcg_at_10_on_the_validation_days() {
        Dataset dataset = Scene.dataset(USERS, ITEMS, LOG, null);
        StageOne stageOne = StageOne.fit(
                dataset,
                LOG.slice(0, VALIDATION_ROW),
                LOG.timestampMillis(VALIDATION_ROW),
                Scene.candidates(),
                Scene.ALS,
                Scene.ONE_THREAD);
        ListRanking ranking = new ListRanking(
                dataset,
                Scene.FEATURES,
                5,
                LOG.day(VALIDATION_ROW),
                LOG.timestampMillis(VALIDATION_ROW),
                Scene.TWO_THREADS);
        List<Double> weights = List.of(0.0, 0.5, 2.0, 1_000.0);
        double[] quality =
                new BlendSearch(ranking, stageOne, JUDGMENTS, LIMIT, Scene.TWO_THREADS).quality(BASE, weights);
        for (int at = 0; at < quality.length; at++) {
            assertEquals(slowQuality(stageOne, weights.get(at)), quality[at], 1e-9);
        }
        assertTrue(Arrays.stream(quality).distinct().count() > 1, "weights must matter: " + Arrays.toString(quality));
    }

    private static double slowQuality(StageOne stageOne, double weight) {
        double sum = 0;
        for (int user : JUDGMENTS.users()) {
            sum += ndcg(user, slowBlend(stageOne.retrieval().topItems(user, LIMIT), weight));
        }
        return sum / JUDGMENTS.userCount();
    }

    /** The candidates by z(base) + weight z(stage one), best first; stage-one scores are features, so floats. */
    private static int[] slowBlend(RankedList candidates, double weight) {
        double[] base = Arrays.stream(candidates.items())
                .mapToDouble(item -> item * 7 % 11)
                .toArray();
        double[] first =
                Arrays.stream(candidates.scores()).map(score -> (float) score).toArray();
        return IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -(z(base, at) + weight * z(first, at)))
                        .thenComparingInt(at -> candidates.items()[at]))
                .mapToInt(at -> candidates.items()[at])
                .toArray();
    }

    private static double z(double[] values, int at) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return (values[at] - mean) / Math.sqrt(variance);
    }

    private static double ndcg(int user, int[] list) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= 10; rank++) {
            double discount = Math.log(2) / Math.log(rank + 1);
            gain += rank <= list.length && JUDGMENTS.isRelevant(user, list[rank - 1]) ? discount : 0;
            ideal += rank <= JUDGMENTS.relevant(user).length ? discount : 0;
        }
        return gain / ideal;
    }
}
