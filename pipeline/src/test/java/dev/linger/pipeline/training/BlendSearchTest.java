package dev.linger.pipeline.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.experiment.Rankers;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.reranking.KnownScores;
import dev.linger.pipeline.reranking.ListsToScore;
import dev.linger.pipeline.reranking.RankableLists;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.blend.BlendParts;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BlendSearchTest {
    private static final int USERS = 40;
    private static final int ITEMS = 60;

    private static final InteractionLog LOG = Scene.randomLog(5, USERS, ITEMS, 1_200, 6);
    private static final int VALIDATION_ROW = LOG.firstRowAtOrAfter(Scene.millis(4, 0));
    private static final InteractionLog BEFORE = LOG.slice(0, VALIDATION_ROW);
    private static final List<Judgments> JUDGMENTS = Stream.of(
                    new RelevanceRule.RatioAbove(1, false), new RelevanceRule.RatioAbove(1.8, true))
            .map(rule -> Judgments.of(LOG.slice(VALIDATION_ROW, LOG.size()), rule.fit(BEFORE), 0.2))
            .toList();

    private static final List<ListMetric> METRICS = List.of(new Ndcg(10), new Recall(50));

    private static final BlendParts PARTS =
            new BlendParts(List.of(member("a", item -> item * 7 % 11), member("b", item -> item * 5 % 13)));

    private final Dataset dataset = Scene.dataset(USERS, ITEMS, LOG, null);

    @Test
    void the_quality_of_a_blend_is_the_geometric_mean_of_the_metrics_by_all_rules() {
        List<CandidateList> lists = candidates();
        BlendQuality.OfWeights quality = search(lists).of(PARTS);
        double[][] tried = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0.5, 2}, {0.25, 3, 0}};
        double[] found = Arrays.stream(tried).mapToDouble(quality::quality).toArray();
        for (int at = 0; at < tried.length; at++) {
            assertEquals(slowQuality(lists, tried[at]), found[at], 1e-9);
        }
        assertTrue(Arrays.stream(found).distinct().count() > 3, "weights must matter: " + Arrays.toString(found));
    }

    @Test
    void a_user_without_candidates_counts_and_stops_nothing() {
        List<CandidateList> lists = new ArrayList<>(candidates());
        double whole = search(lists).of(PARTS).quality(new double[] {1, 1, 1});
        CandidateList first = lists.get(0);
        lists.set(
                0, new CandidateList(first.user(), new int[0], first.stageOne().slice(0, 0)));
        double less = search(lists).of(PARTS).quality(new double[] {1, 1, 1});
        assertEquals(slowQuality(lists, new double[] {1, 1, 1}), less, 1e-9);
        assertTrue(less <= whole);
    }

    private BlendSearch search(List<CandidateList> lists) {
        ReplayFactory replays = new ReplayFactory(dataset, BEFORE, Scene.FEATURES, WatchRules.DEFAULTS);
        return new BlendSearch(
                new ListsToScore(
                        StepCache.NONE.key("lists"),
                        RankableLists.of(lists),
                        () -> replays.scoring(
                                beforeValidation(), stageOne().columns().columns(), Scene.TWO_THREADS),
                        new KnownScores(StepCache.NONE)),
                JUDGMENTS,
                METRICS,
                Scene.TWO_THREADS);
    }

    private List<CandidateList> candidates() {
        DatedRetriever stageOne = stageOne();
        return Arrays.stream(Holdout.users(JUDGMENTS))
                .mapToObj(user -> CandidateList.of(
                        stageOne.columns(),
                        user,
                        stageOne.retriever().retrieval().topItems(user, 25).items()))
                .toList();
    }

    private DatedRetriever stageOne() {
        return Scene.fit(dataset, beforeValidation(), Scene.candidates(Scene.ALS, Scene.POPULARITY), Scene.ONE_THREAD);
    }

    private static TrainingWindow beforeValidation() {
        return new TrainingWindow(BEFORE, LOG.timestampMillis(VALIDATION_ROW));
    }

    private static BlendParts.Member member(String name, IntToDoubleFunction scoreOfItem) {
        return new BlendParts.Member(TrainingSetKind.PLAYS, new Rankers.ByItem(name, scoreOfItem));
    }

    private static double slowQuality(List<CandidateList> lists, double[] weights) {
        double logs = 0;
        for (Judgments judgments : JUDGMENTS) {
            double ndcg = 0;
            double recall = 0;
            for (CandidateList list : lists) {
                int[] relevant = judgments.relevant(list.user());
                if (relevant.length > 0) {
                    ndcg += ndcg(judgments, list.user(), slowBlend(list, weights)) / judgments.userCount();
                    long found = IntStream.of(relevant)
                            .filter(item -> IntStream.of(list.items()).anyMatch(listed -> listed == item))
                            .count();
                    recall += (double) found / relevant.length / judgments.userCount(); // of lists shorter than 50
                }
            }
            logs += Math.log(ndcg) + Math.log(recall);
        }
        return Math.exp(logs / (2 * JUDGMENTS.size()));
    }

    /** The candidates by weighted z of both members and stage one, best first. */
    private static int[] slowBlend(CandidateList list, double[] weights) {
        double[] a =
                Arrays.stream(list.items()).mapToDouble(item -> item * 7 % 11).toArray();
        double[] b =
                Arrays.stream(list.items()).mapToDouble(item -> item * 5 % 13).toArray();
        StageOneCells cells = list.stageOne();
        double[] first =
                IntStream.range(0, list.size()).mapToDouble(cells::score).toArray();
        return IntStream.range(0, list.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) ->
                                -(weights[0] * z(a, at) + weights[1] * z(b, at) + weights[2] * z(first, at)))
                        .thenComparingInt(at -> list.items()[at]))
                .mapToInt(at -> list.items()[at])
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

    private static double ndcg(Judgments judgments, int user, int[] list) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= 10; rank++) {
            double discount = Math.log(2) / Math.log(rank + 1);
            gain += rank <= list.length && Arrays.binarySearch(judgments.relevant(user), list[rank - 1]) >= 0
                    ? discount
                    : 0;
            ideal += rank <= judgments.relevant(user).length ? discount : 0;
        }
        return gain / ideal;
    }
}
