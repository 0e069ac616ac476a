package dev.linger.pipeline.reranking;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.features.replay.ReplayInputs;
import dev.linger.features.replay.ReplayedRows;
import dev.linger.pipeline.retrieval.StageOne;
import dev.linger.pipeline.run.RunContext;
import java.util.List;

/**
 * Where replays of the log begin, each of which goes forward only.
 *
 * @param inputs what they share, with the data set whose log is replayed
 * @param config which columns they fill
 * @param ratioCap larger watch ratios count as this one in means
 */
public record ReplayFactory(ReplayInputs inputs, FeaturesConfig config, double ratioCap) {
    /**
     * Replays of a data set.
     *
     * @param history the rows to which what features fit is fitted
     */
    public ReplayFactory(Dataset dataset, InteractionLog history, FeaturesConfig config, double ratioCap) {
        this(new ReplayInputs(dataset, history), config, ratioCap);
    }

    public Dataset dataset() {
        return inputs.dataset();
    }

    /** A replay from the first day, with the columns of a stage one. */
    public FeatureReplay begin(StageOne stageOne) {
        WatchRules rules = WatchRules.DEFAULTS.withRatioCap(ratioCap);
        return FeatureReplay.of(inputs, stageOne.columns().columns(), config, rules);
    }

    /**
     * Rows that are computed by a new replay whenever they are read.
     *
     * @param columns those of the replay
     */
    public FeatureSource rows(
            List<FeatureColumn> columns, StageOne stageOne, FeatureRequests requests, RunContext run) {
        return new ReplayedRows(() -> begin(stageOne), columns, requests, run.workers(), run.progress());
    }

    /** Ranks lists that are asked for at the instant up to which a stage one was fitted. */
    public ListRanking ranking(StageOne stageOne, RunContext run) {
        return new ListRanking(begin(stageOne), stageOne.asOfDay(), stageOne.cutMillis(), run);
    }
}
