package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.kuairec.KuaiRecReader;
import dev.linger.data.split.TimeSplit;
import dev.linger.data.synthetic.Preset;
import dev.linger.features.FeatureReplay;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.training.RankerTrainer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The canary of the ranker: what it gains it must lose when its labels are shuffled. */
class ShuffledLabelsTest {
    private static final LingerConfig CONFIG = LingerConfig.resolve(
                    Optional.of("ranker-lightgbm-l1"),
                    List.of("ranker.rounds=40", "ranker.earlyStoppingRounds=0", "ranker.leaves=31"))
            .value();
    private static final RunContext RUN = new RunContext(new Seed(7), new Workers(2), Progress.SILENT);

    private static Dataset data;
    private static TimeSplit split;
    private static LoggedPlays test;
    private static TrainingSet fit;

    @BeforeAll
    static void fitStageOne() {
        data = KuaiRecReader.read(Worlds.of(Preset.DEMO), CONFIG.data(), Progress.SILENT)
                .dataset();
        split = TimeSplit.of(data.log(), CONFIG.split());
        StageOne onHistory = StageOne.fit(
                data,
                split.history(),
                split.fitWindow().timestampMillis(0),
                CONFIG.candidates(),
                CONFIG.candidates().als().get(1),
                RUN);
        StageOne beforeCut = StageOne.fit(
                data,
                split.training(),
                split.cutMillis(),
                CONFIG.candidates(),
                CONFIG.candidates().als().get(1),
                RUN);
        LoggedPlays plays = LoggedPlays.of(split.fitWindow(), data.userCount(), onHistory.retrieval(), RUN.workers());
        fit = plays.trainingSet(
                replay().fill(plays.requests(), RUN.workers()), CONFIG.data().ratioCap());
        test = LoggedPlays.of(split.test(), data.userCount(), beforeCut.retrieval(), RUN.workers());
    }

    @AfterAll
    static void stopWorkers() {
        RUN.workers().close();
    }

    @Test
    void honest_labels_beat_every_constant_and_shuffled_ones_none() {
        double lowest = Constants.fit(split.training(), CONFIG.data().ratioCap()).stream()
                .mapToDouble(constant -> measure(constant).mae())
                .min()
                .orElseThrow();
        PointwiseMetrics honest = measure(train(fit));
        PointwiseMetrics shuffled = measure(train(shuffled(fit)));
        assertTrue(honest.mae() < 0.95 * lowest, honest.mae() + " against " + lowest);
        assertTrue(honest.xauc() > 0.65, "XAUC " + honest.xauc());
        assertTrue(shuffled.mae() > lowest, shuffled.mae() + " against " + lowest);
        assertEquals(0.5, shuffled.xauc(), 0.05);
    }

    private static Ranker train(TrainingSet set) {
        RankerConfig config = CONFIG.ranker();
        return new RankerTrainer(RUN.seed(), 1, Progress.SILENT, (base, weights) -> new double[weights.size()])
                .train(config, set, null);
    }

    private static PointwiseMetrics measure(Ranker ranker) {
        double[][] predictions = PlayPredictions.of(test.requests(), replay(), List.of(ranker), RUN);
        return PointwiseMetrics.of(predictions[0], test.watchRatio());
    }

    private static FeatureReplay replay() {
        return FeatureReplay.of(data, CONFIG.features(), CONFIG.data().ratioCap());
    }

    private static TrainingSet shuffled(TrainingSet set) {
        SplittableRandom random = new Seed(3).stream("shuffled labels");
        float[] label = set.label().clone();
        for (int at = label.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            float swap = label[at];
            label[at] = label[other];
            label[other] = swap;
        }
        return new TrainingSet(set.rows(), label, set.group());
    }
}
