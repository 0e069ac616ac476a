package dev.linger.pipeline;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureReplay;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.features.FeaturesConfig;
import dev.linger.features.ReplayInputs;
import dev.linger.features.ReplayedRows;
import java.util.List;

/**
 * Where replays of the log begin, each of which goes forward only.
 *
 * @param inputs what they share, with the data set whose log is replayed
 * @param config which columns they fill
 * @param ratioCap larger watch ratios count as this one in means
 */
record ReplayFactory(ReplayInputs inputs, FeaturesConfig config, double ratioCap) {
    /** @param history the rows to which what features fit is fitted */
    ReplayFactory(Dataset dataset, InteractionLog history, FeaturesConfig config, double ratioCap) {
        this(new ReplayInputs(dataset, history), config, ratioCap);
    }

    Dataset dataset() {
        return inputs.dataset();
    }

    /** A replay from the first day, with the columns of a stage one. */
    FeatureReplay begin(StageOne stageOne) {
        return FeatureReplay.of(inputs, stageOne.columns().columns(), config, ratioCap);
    }

    /**
     * Rows that are computed by a new replay whenever they are read.
     *
     * @param columns those of the replay
     */
    FeatureSource rows(List<FeatureColumn> columns, StageOne stageOne, FeatureRequests requests, RunContext run) {
        return new ReplayedRows(() -> begin(stageOne), columns, requests, run.workers(), run.progress());
    }

    /** Ranks lists that are asked for at the instant up to which a stage one was fitted. */
    ListRanking ranking(StageOne stageOne, RunContext run) {
        return new ListRanking(begin(stageOne), stageOne.asOfDay(), stageOne.cutMillis(), run);
    }
}
