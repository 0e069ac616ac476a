package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.reranking.Constants;
import dev.linger.pipeline.reranking.PlayPredictions;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.blend.BlendConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ranker's gain comes from what it learned: with labels that belong to other rows there is none. */
final class ShuffledLabelSanityTest {
    private static final LingerConfig CONFIG = LingerConfig.resolve(
                    Optional.of(FinishedRun.SMALL.toString()),
                    List.of(
                            "candidates.sources=[\"als\"]",
                            "candidates.sources.0.iterations=5",
                            "ranker.members.0.model.leaves=15",
                            "ranker.members.0.model.earlyStoppingRounds=0"))
            .value();

    private static PointwiseMetrics honest;
    private static PointwiseMetrics shuffled;
    private static List<PointwiseMetrics> constants;
    private static PointwiseMetrics globalMedian;

    @BeforeAll
    static void predictEveryPlayOfTheTest() {
        RunContext run = Scene.TWO_THREADS;
        Dataset dataset = SyntheticFolder.read(SyntheticFolder.demo());
        TimeSplit split = TimeSplit.of(dataset.log(), CONFIG.split());
        CandidatesConfig candidates = CONFIG.candidates();
        Holdout holdout = Holdout.of(split, CONFIG.evaluation().relevance(), 0.2, 1, Workers.ofCaller());
        DatedRetriever onHistory = Scene.fit(dataset, holdout.fit().get(0).before(), candidates, run);
        DatedRetriever beforeCut = Scene.fit(dataset, holdout.beforeTest(), candidates, run);
        ObservedExamples fit = ObservedExamples.of(split.fitWindow(), dataset.userCount(), onHistory.columns(), run);
        ObservedExamples test = ObservedExamples.of(split.test(), dataset.userCount(), beforeCut.columns(), run);
        double cap = CONFIG.watch().ratioCap();
        ReplayFactory replays = new ReplayFactory(dataset, split.history(), CONFIG.features(), CONFIG.watch());
        TrainingSet set = fit.trainingSet(
                replays.begin(onHistory).fill(fit.requests(), run.workers(), run.progress()), fit.cappedRatios(cap));

        List<Ranker> rankers = new ArrayList<>(List.of(train(set), train(withShuffledLabels(set))));
        rankers.addAll(Constants.fit(split.training(), cap, Workers.ofCaller()));
        double[][] predictions = PlayPredictions.of(test.requests(), () -> replays.begin(beforeCut), rankers, run);
        List<PointwiseMetrics> metrics = new ArrayList<>();
        for (double[] ofRanker : predictions) {
            metrics.add(PointwiseMetrics.of(ofRanker, test.watchRatio()));
        }
        honest = metrics.get(0);
        shuffled = metrics.get(1);
        constants = metrics.subList(2, metrics.size());
        globalMedian = metrics.get(rankers.stream().map(Ranker::name).toList().indexOf("global median"));
    }

    @Test
    void the_honest_ranker_orders_plays_well_above_chance() {
        assertTrue(honest.xauc() >= 0.65, () -> "XAUC " + honest.xauc());
    }

    @Test
    void the_honest_ranker_errs_less_than_every_constant() {
        for (PointwiseMetrics constant : constants) {
            assertTrue(honest.mae() < constant.mae(), () -> "MAE " + honest.mae() + " and " + constant.mae());
        }
    }

    @Test
    void with_shuffled_labels_the_order_is_chance() {
        assertEquals(0.5, shuffled.xauc(), 0.05);
    }

    @Test
    void with_shuffled_labels_the_error_is_no_smaller_than_that_of_the_median() {
        assertTrue(shuffled.mae() >= globalMedian.mae(), () -> "MAE " + shuffled.mae() + " and " + globalMedian.mae());
    }

    private static Ranker train(TrainingSet set) {
        RankerConfig trees = ((BlendConfig) CONFIG.ranker()).members().get(0).model();
        TrainingContext context =
                new TrainingContext(Scene.ONE_THREAD.seed(), 1, Scene.ONE_THREAD.progress(), List.of());
        return trees.train(context, TrainingSets.ofPlays(set, null)).refitted();
    }

    /** Fisher and Yates. */
    private static TrainingSet withShuffledLabels(TrainingSet set) {
        SplittableRandom random = new Seed(1).stream("shuffled labels");
        float[] labels = set.label().clone();
        for (int row = labels.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            float swap = labels[row];
            labels[row] = labels[other];
            labels[other] = swap;
        }
        return new TrainingSet(set.rows(), labels, set.group());
    }
}
