package dev.linger.pipeline.reranking;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.features.replay.ReplayInputs;
import dev.linger.features.replay.ReplayedRows;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.scoring.ListScoring;
import java.util.List;

/**
 * Where replays of the log begin, each of which goes forward only.
 *
 * @param inputs what they share, with the data set whose log is replayed
 * @param config which columns they fill
 * @param watch what a watch ratio says of a play
 */
public record ReplayFactory(ReplayInputs inputs, FeaturesConfig config, WatchRules watch) {
    /**
     * Replays of a data set.
     *
     * @param history the rows to which what features fit is fitted
     */
    public ReplayFactory(Dataset dataset, InteractionLog history, FeaturesConfig config, WatchRules watch) {
        this(new ReplayInputs(dataset, history), config, watch);
    }

    public Dataset dataset() {
        return inputs.dataset();
    }

    /** A replay from the first day, with the columns of a retriever. */
    public FeatureReplay begin(DatedRetriever retriever) {
        return FeatureReplay.of(inputs, retriever.columns().columns(), config, watch);
    }

    /**
     * Rows that are computed by a new replay whenever they are read.
     *
     * @param columns those of the replay
     */
    public FeatureSource rows(
            List<FeatureColumn> columns, DatedRetriever retriever, FeatureRequests requests, RunContext run) {
        return new ReplayedRows(() -> begin(retriever), columns, requests, run.workers(), run.progress());
    }

    /** What was known when the day began that a retriever was fitted on. */
    public FeatureState stateAt(DatedRetriever retriever, RunContext run) {
        FeatureReplay replay = begin(retriever);
        replay.advanceTo(retriever.asOfDay(), run.workers());
        return replay.state();
    }

    /** Scores lists that are asked for at the instant up to which a retriever was fitted. */
    public ListScoring scoring(DatedRetriever retriever, RunContext run) {
        return new ListScoring(stateAt(retriever, run), retriever.cutMillis());
    }
}
