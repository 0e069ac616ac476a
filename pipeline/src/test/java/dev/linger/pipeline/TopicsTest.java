package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.candidates.baseline.Popularity;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.kuairec.KuaiRecReader;
import dev.linger.data.split.TimeSplit;
import dev.linger.data.synthetic.Preset;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetric;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.RelevanceRule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void als_finds_the_topics_that_popularity_cannot() {
        LingerConfig config = LingerConfig.resolve(Optional.empty(), List.of()).value();
        Dataset data = KuaiRecReader.read(Worlds.of(Preset.TOPICS), config.data(), Progress.SILENT)
                .dataset();
        TimeSplit split = TimeSplit.of(data.log(), config.split());
        InteractionLog training = split.training();
        Judgments judgments = Judgments.of(split.test(), new RelevanceRule.RatioAbove(0.6, true).fit(training), 0.2);
        AlsConfig setting = config.candidates().als().get(1);
        try (Workers workers = new Workers(2)) {
            ItemScorer als = AlsTrainer.train(
                    training, data.userCount(), data.itemCount(), setting, new Seed(1), workers, Progress.SILENT);
            ItemScorer popularity = Popularity.of(training, data.itemCount());
            double ofAls = recall(als, data, training, judgments, workers);
            double ofPopularity = recall(popularity, data, training, judgments, workers);
            System.out.printf("Recall@10 on topics: als %.4f, popularity %.4f%n", ofAls, ofPopularity);
            assertTrue(ofAls >= 2.7 * ofPopularity, ofAls + " against " + ofPopularity);
        }
    }

    private static double recall(
            ItemScorer scorer, Dataset data, InteractionLog training, Judgments judgments, Workers workers) {
        Retrieval retrieval = new Retrieval(
                scorer,
                scorer,
                Universe.playedIn(training, data.itemCount()),
                SeenItems.of(training, data.userCount()));
        return ListMetrics.of(judgments, retrieval.topItems(judgments.users(), 10, workers, Progress.SILENT), 10)
                .mean(ListMetric.RECALL, 10);
    }
}
