package dev.linger.pipeline.reranking;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.features.replay.ReplayInputs;
import dev.linger.features.replay.ReplayedRows;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.protocol.TrainingWindow;
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
        return begin(retriever.columns().columns());
    }

    /** A replay from the first day, with these columns of retrieval. */
    public FeatureReplay begin(List<FeatureColumn> retrievalColumns) {
        return FeatureReplay.of(inputs, retrievalColumns, config, watch);
    }

    /** Rows that are computed by a new replay whenever they are read. */
    public FeatureSource rows(FeatureRequests requests, RunContext run) {
        List<FeatureColumn> ofRetrieval = requests.stageOne().columns();
        return new ReplayedRows(
                () -> begin(ofRetrieval), begin(ofRetrieval).columns(), requests, run.workers(), run.progress());
    }

    /** What rows that are asked for at the end of a window may know, with these columns of retrieval. */
    public FeatureState stateAt(TrainingWindow window, List<FeatureColumn> retrievalColumns, RunContext run) {
        return at(window, retrievalColumns, run).state();
    }

    /** The same, which keeps those plays of the window that only the days after it may know. */
    public FeatureState stateToGoOn(TrainingWindow window, List<FeatureColumn> retrievalColumns, RunContext run) {
        FeatureReplay replay = at(window, retrievalColumns, run);
        replay.observeBefore(window.cutMillis());
        return replay.state();
    }

    /**
     * The same where no earlier run kept it.
     *
     * @param retrieval determines the plays, the window and the columns
     */
    public FeatureState stateToGoOn(
            CacheKey retrieval, TrainingWindow window, List<FeatureColumn> retrievalColumns, RunContext run) {
        return run.cache()
                .get(
                        retrieval.then("feature-state", LingerConfig.flat(FeaturesConfig.class, config)),
                        kept(retrievalColumns),
                        () -> stateToGoOn(window, retrievalColumns, run));
    }

    private Kept<FeatureState> kept(List<FeatureColumn> retrievalColumns) {
        SideTables tables = dataset().tables();
        return Kept.of(
                FeatureState::write,
                from -> FeatureState.read(config.on(SideData.in(tables)), tables, watch, retrievalColumns, from));
    }

    private FeatureReplay at(TrainingWindow window, List<FeatureColumn> retrievalColumns, RunContext run) {
        FeatureReplay replay = begin(retrievalColumns);
        replay.advanceTo(window.asOfDay(dataset()), window.cutMillis(), run.workers());
        return replay;
    }

    /** Scores lists that are asked for at the instant before which a window's rows are. */
    public ListScoring scoring(TrainingWindow window, List<FeatureColumn> retrievalColumns, RunContext run) {
        return new ListScoring(stateAt(window, retrievalColumns, run), window.cutMillis());
    }
}
