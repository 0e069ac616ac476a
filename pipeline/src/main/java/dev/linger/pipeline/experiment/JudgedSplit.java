package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.RatioNotices;
import dev.linger.pipeline.protocol.RelevanceCheck;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunLog;
import dev.linger.recommender.retrieval.Eligibility;

/** A split of a log with what counts as relevant in its parts: of what could be recommended at their beginnings. */
final class JudgedSplit {
    private JudgedSplit() {}

    static Holdout of(
            LingerConfig config, Dataset dataset, TimeSplit split, RetrieverTrainer trainer, RunLog.Counts counts) {
        RatioNotices.of(split.training(), config.watch()).forEach(counts::notice);
        counts.add("history", split.history().size())
                .add("to fit", split.fitWindow().size())
                .add("to validate", split.validation().size())
                .add("to test", split.test().size());
        Holdout holdout = Holdout.of(
                        split,
                        config.evaluation().relevance(),
                        config.watch().skippedBelow(),
                        config.training().stretches(),
                        trainer.run().workers())
                .with(config.purpose(), dataset.smallMatrix());
        Eligibility beforeValidation = trainer.eligibility(holdout.beforeValidation());
        Eligibility beforeTest = trainer.eligibility(holdout.beforeTest());
        return new RelevanceCheck(
                        holdout, beforeValidation::mayBeRecommended, beforeTest::mayBeRecommended, dataset.itemCount())
                .measurable(counts::notice)
                .within(
                        holdout.fit().stream()
                                .map(stretch -> trainer.eligibility(stretch.before()))
                                .toList(),
                        beforeValidation,
                        beforeTest,
                        trainer.run().workers());
    }
}
