package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.candidates.baseline.Popularity;
import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.split.SplitConfig;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.listwise.Recall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 300 users, 400 videos, 6 topics, 18,000 plays, 80/20 by time, relevant from a ratio of 0.6: is taste found? */
final class RecallClaimTest {
    /** The default setting for dense logs, as it stands. */
    private static final AlsConfig ALS = (AlsConfig) LingerConfig.resolve(Optional.empty(), List.of())
            .value()
            .candidates()
            .sources()
            .get(0)
            .settings()
            .get(1);

    private final Dataset dataset = SyntheticFolder.read(SyntheticFolder.topics());
    private final TimeSplit split = TimeSplit.of(dataset.log(), new SplitConfig(0.2, 0.4, 0.3));

    @Test
    void als_finds_2_7_times_as_many_relevant_videos_in_ten_as_count_popularity() {
        double popularity = recallAt10(Popularity.of(split.training(), dataset.itemCount()));
        double als = recallAt10(AlsTrainer.train(
                split.training(),
                dataset.userCount(),
                dataset.itemCount(),
                ALS,
                new Seed(1),
                Scene.TWO_THREADS.workers(),
                Progress.SILENT));
        String found = String.format(
                Locale.ROOT,
                "Recall@10 on topics, ratio >= 0.6: als %.4f, popularity %.4f, %.2f times",
                als,
                popularity,
                als / popularity);
        System.out.println(found);
        assertTrue(als >= 2.7 * popularity, found);
    }

    private double recallAt10(ItemScorer scorer) {
        Judgments judgments =
                Judgments.of(split.test(), new RelevanceRule.RatioAbove(0.6, true).fit(split.training()), 0.2);
        Retrieval retrieval = new Retrieval(
                scorer,
                scorer,
                Universe.playedIn(split.training(), dataset.itemCount()),
                SeenItems.of(split.training(), dataset.userCount()));
        List<RankedList> lists =
                retrieval.topItems(judgments.users(), 10, Scene.TWO_THREADS.workers(), Progress.SILENT);
        return ListMetrics.of(judgments, lists, List.of(new Recall(10))).mean(new Recall(10));
    }
}
