package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureRequests;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.replay.ReplayInputs;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.reranking.Constants;
import dev.linger.pipeline.reranking.FixedCandidates;
import dev.linger.pipeline.reranking.KnownScores;
import dev.linger.pipeline.reranking.ListsToScore;
import dev.linger.pipeline.reranking.PlayPredictions;
import dev.linger.pipeline.reranking.RankableLists;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.reranking.ScoredPlays;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalChoices;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.training.BlendSearch;
import dev.linger.pipeline.training.FeatureSkew;
import dev.linger.pipeline.training.Featurized;
import dev.linger.pipeline.training.LearnedColumns;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.pipeline.training.TestPlays;
import dev.linger.pipeline.training.TrainingSetBuilder;
import dev.linger.pipeline.training.ValidationLists;
import dev.linger.pipeline.training.ValidationQuality;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.creators.CreatorUploads;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.scoring.ListScores;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a run, an ablation and an audit have in common: the stages split, retrieve, featurize, train and rank, each one method
 * from values to values.
 */
public final class Stages {
    private final LingerConfig config;
    private final RunContext run;
    private final KnownScores scores;
    private final RankerTraining training;
    private final IdentityHashMap<Dataset, ReplayInputs> inputs = new IdentityHashMap<>();

    public Stages(LingerConfig config, RunContext run) {
        this.config = config;
        this.run = run;
        this.scores = new KnownScores(run.cache());
        this.training = new RankerTraining(config, run, scores);
    }

    public Holdout split(Dataset dataset, RunLog.Counts counts) {
        return JudgedSplit.of(config, dataset, TimeSplit.of(dataset.log(), config.split()), trainer(dataset), counts);
    }

    /** The same with no test: all rows are learned from, and choices are made on the last days of the log. */
    public Holdout splitToTheEnd(Dataset dataset, RunLog.Counts counts) {
        return JudgedSplit.of(
                config, dataset, TimeSplit.toTheEnd(dataset.log(), config.split()), trainer(dataset), counts);
    }

    private RetrieverTrainer trainer(Dataset dataset) {
        return new RetrieverTrainer(dataset, config.candidates().atMost(dataset.itemCount()), config.watch(), run);
    }

    public RetrievalResult retrieve(Dataset dataset, Holdout holdout, RunLog.Counts counts) {
        return told(RetrievalResult.of(trainer(dataset), holdout), counts);
    }

    /** The same by what was chosen elsewhere. */
    public RetrievalResult retrieve(Dataset dataset, Holdout holdout, RetrievalChoices chosen, RunLog.Counts counts) {
        return told(RetrievalResult.of(trainer(dataset), holdout, chosen), counts);
    }

    /**
     * The same of sources that are fitted elsewhere, for learning alone.
     *
     * @param fitted as {@link RetrievalResult#fittedElsewhere} has it
     */
    public RetrievalResult fittedElsewhere(
            Dataset dataset, Holdout holdout, Function<TrainingWindow, List<FittedSource>> fitted) {
        return RetrievalResult.fittedElsewhere(trainer(dataset), holdout, fitted);
    }

    /** The sources and the fallback that were chosen, fitted to other rows. */
    public DatedRetriever refit(Dataset dataset, RetrievalResult retrieved, TrainingWindow window) {
        return trainer(dataset)
                .withFallback(retrieved.beforeTest().retriever().fallback().config())
                .fitted(retrieved.choices().sources(), window);
    }

    private static RetrievalResult told(RetrievalResult retrieved, RunLog.Counts counts) {
        retrieved.choices().notices().forEach(counts::notice);
        if (!retrieved.candidates().isEmpty()) {
            counts.add("users", retrieved.candidates().size());
        }
        counts.add("sources", retrieved.sourceNames().size());
        return retrieved;
    }

    public Featurized featurize(Dataset dataset, Holdout holdout, RetrievalResult retrieved, RunLog.Counts counts) {
        TrainingSetBuilder rows = new TrainingSetBuilder(
                replays(dataset, holdout),
                holdout,
                retrieved,
                config.training(),
                trainer(dataset).config().limit(),
                run);
        TrainingSetBuilder.Made made = rows.of(config.ranker());
        TestPlays toPredict = rows.test();
        Lazy<ObservedExamples> test = Lazy.of(toPredict::whole);
        TrainingSets trainingSets =
                run.interventions().trainingSets().learned(made.trainingSets(), () -> rows.labelled(test.get()));
        RankerConfig ranker =
                config.ranker().trainable(trainingSets.only(config.ranker().trainingSets()), counts::notice);
        Featurized featurized = new Featurized(trainingSets, made.offered(), toPredict, test, ranker);
        for (TrainingSetKind kind : TrainingSetKind.values()) {
            TrainingSetBuilder.Offered there = made.offered().get(kind);
            if (there != null) {
                int learned = trainingSets.of(kind).all().size();
                counts.add("rows of " + kind.label(), learned);
                if (there.total() > learned) {
                    counts.add("rows of " + kind.label() + " left out", there.total() - learned);
                }
            }
        }
        counts.add("columns", featurized.columns().size());
        return featurized;
    }

    public Reranker train(
            Dataset dataset, Holdout holdout, RetrievalResult retrieved, Featurized rows, RunLog.Counts counts) {
        ValidationLists lists = validationLists(dataset, holdout, retrieved);
        Reranker reranker = Reranker.of(training.trainForUse(retrieved, rows, lists));
        counts.add("rankers", reranker.members().size());
        return reranker;
    }

    private ValidationLists validationLists(Dataset dataset, Holdout holdout, RetrievalResult retrieved) {
        return new ValidationLists(replays(dataset, holdout), holdout, retrieved, scores, run);
    }

    /**
     * Trains on all rows with what an earlier training chose.
     *
     * @param earlier a ranker of the configured kind
     * @param digest tells it from others
     */
    public Reranker retrain(
            RetrievalResult retrieved, Featurized rows, Ranker earlier, String digest, RunLog.Counts counts) {
        Reranker again = Reranker.of(training.retrain(retrieved, rows, earlier, digest));
        counts.add("rankers", again.members().size());
        return again;
    }

    /** How good the configured ranker is on the validation window; the stages featurize and train, where that is not known. */
    public ValidationQuality validate(
            Dataset dataset, Holdout holdout, RetrievalResult retrieved, RunLog.Counts counts) {
        RankerConfig ranker = config.ranker();
        return run.cache()
                .get(
                        training.rowsKey(retrieved, ranker.trainingSets(), ranker)
                                .then("validated", LingerConfig.flat(RankerConfig.class, ranker)),
                        ValidationQuality.KEPT,
                        () -> {
                            Featurized rows = featurize(dataset, holdout, retrieved, counts);
                            ValidationLists lists = validationLists(dataset, holdout, retrieved);
                            return BlendSearch.ofPurpose(lists)
                                    .measure(training.train(retrieved, rows, lists)
                                            .fitted());
                        });
    }

    /** How the columns of what is learned from are spread. */
    public LearnedColumns learned(RetrievalResult retrieved, Featurized rows) {
        Kept<FeatureDistributions> kept =
                Kept.columns(FeatureDistributions::write, in -> FeatureDistributions.read(in, rows.columns()));
        return LearnedColumns.of(rows.kinds(), kind -> run.cache()
                .get(
                        training.rowsKey(retrieved, Set.of(kind), rows.ranker()).then("learned-columns"),
                        kept,
                        () -> LearnedColumns.ofKind(rows.trainingSets().of(kind), run.workers())));
    }

    /** How these differ from those of the test candidates. */
    public FeatureSkew skew(RetrievalResult retrieved, Featurized rows, LearnedColumns learned, Ranked ranked) {
        return run.cache()
                .get(
                        rowsKey(retrieved, rows).then("skew"),
                        FeatureSkew.KEPT,
                        () -> FeatureSkew.of(learned, ranked.sample().get(), run.workers()));
    }

    private CacheKey rowsKey(RetrievalResult retrieved, Featurized rows) {
        return training.rowsKey(retrieved, rows.kinds(), rows.ranker());
    }

    /** Predicts the test plays, then puts the recommender together and ranks the candidates with it. */
    public Ranked rank(
            Dataset dataset,
            Holdout holdout,
            RetrievalResult retrieved,
            Featurized rows,
            Reranker reranker,
            RunLog.Counts counts) {
        List<ScoredPlays> measured = predicted(dataset, holdout, retrieved, rows, reranker.headline());
        Recommender recommender = recommender(dataset, holdout, retrieved, rows, reranker);
        ListScores ofMembers = listsToScore(
                        "test-candidates", retrieved, RankableLists.of(retrieved.candidates()), recommender)
                .by(reranker.rankers(), "rank", run);
        counts.add("lists", retrieved.candidates().size())
                .add("plays", holdout.split().test().size());
        List<CandidateList> sample = FeatureSkew.sample(retrieved.candidates());
        Systems scored = Systems.of(reranker.systems(), recommender.rank(ofMembers, Integer.MAX_VALUE, run.workers()));
        return new Ranked(
                recommender,
                scored.ordered(
                                config.ordererNames(),
                                recommender.order(scored.scored().lists(), run.workers()))
                        .withServedScoresAlone(),
                measured,
                Lazy.of(() -> recommender.rows(sample)));
    }

    private List<ScoredPlays> predicted(
            Dataset dataset, Holdout holdout, RetrievalResult retrieved, Featurized rows, Ranker headline) {
        return predicted(holdout, rows, headline, (key, plays) -> scores.of(
                        key,
                        List.of(headline),
                        unknown -> PlayPredictions.of(
                                plays, () -> replays(dataset, holdout).begin(retrieved.beforeTest()), unknown, run))[
                0]);
    }

    /**
     * The test plays by a ranker and by the constants. These are fitted first and what stage one says of the plays is let go at
     * the end, for either takes much memory.
     *
     * @param predict gives the ranker's score of each play, by a key that tells apart which plays it is given
     */
    public List<ScoredPlays> predicted(
            Holdout holdout,
            Featurized rows,
            Ranker headline,
            BiFunction<CacheKey, FeatureRequests, double[]> predict) {
        List<Ranker> constants =
                Constants.fit(holdout.split().training(), config.watch().ratioCap(), run.workers());
        TestPlays.Predicted predicted = rows.toPredict().predicted(predict);
        rows.know(predicted.plays());
        FeatureRequests test = predicted.plays().requests();
        List<ScoredPlays> measured = new ArrayList<>(List.of(ScoredPlays.of(headline, predicted.predictions())));
        constants.forEach(constant -> measured.add(ScoredPlays.ofConstant(constant, test.user(), test.item())));
        return measured;
    }

    /** Videos that are given, such as those that users were shown, as lists that are asked for at the cut as candidates are. */
    public RankableLists given(String what, RetrievalResult retrieved, GivenItems items) {
        return FixedCandidates.of(
                items, retrieved.beforeTest().columns(), retrieved.key().then(what + "-lists"), run);
    }

    /**
     * Such lists in the order of every system; the order that is meant for them is the last.
     *
     * @param what names the lists among all that are retrieved
     * @param longest how many items of each are kept
     */
    public Systems rankGiven(
            String what, RetrievalResult retrieved, RankableLists given, Recommender recommender, int longest) {
        Reranker reranker = recommender.reranker();
        ListScores ofMembers =
                listsToScore(what, retrieved, given, recommender).by(reranker.rankers(), "rank given lists", run);
        return Systems.of(reranker.systems(), recommender.rank(ofMembers, longest, run.workers()))
                .ofGivenLists()
                .withServedScoresAlone();
    }

    private ListsToScore listsToScore(
            String what, RetrievalResult retrieved, RankableLists lists, Recommender recommender) {
        return new ListsToScore(retrieved.key().then(what), lists, recommender::scoring, scores);
    }

    /**
     * What the stages fitted, put together; of the daily statistics it holds those of days before the cut's alone, or, where
     * nothing after the cut is tested, those of that day too, for the days after it.
     */
    public Recommender recommender(
            Dataset dataset, Holdout holdout, RetrievalResult retrieved, Featurized rows, Reranker reranker) {
        FeatureState features = replays(dataset, holdout)
                .stateToGoOn(
                        retrieved.key(),
                        holdout.beforeTest(),
                        retrieved.beforeTest().columns().columns(),
                        run);
        Recommender assembled = RecommenderAssembly.of(
                config.with(rows.ranker()),
                tablesOf(dataset, holdout, retrieved.beforeTest()),
                SideData.in(dataset.tables()),
                retrieved.beforeTest(),
                retrieved.union().quotas(),
                features,
                reranker);
        return uploads(dataset, holdout.beforeTest())
                .map(assembled::withUploads)
                .orElse(assembled);
    }

    /** The same of one source that was fitted elsewhere to the rows before the cut, whose candidates a ranker of no rows orders. */
    public Recommender recommender(Dataset dataset, Holdout holdout, FittedSource source, Ranker ranker) {
        RetrieverTrainer trainer = trainer(dataset);
        DatedRetriever fitted = trainer.retriever(List.of(source), holdout.beforeTest());
        return RecommenderAssembly.of(
                config,
                tablesOf(dataset, holdout, fitted),
                SideData.in(dataset.tables()),
                fitted,
                new int[] {trainer.config().limit()},
                replays(dataset, holdout)
                        .stateToGoOn(holdout.beforeTest(), fitted.columns().columns(), run),
                Reranker.of(ranker));
    }

    private static SideTables tablesOf(Dataset dataset, Holdout holdout, DatedRetriever fitted) {
        return dataset.tables().before(fitted.asOfDay() + (holdout.hasTest() ? 0 : 1));
    }

    /** Where an orderer asks, what plays do to creators, by the rows before an instant. */
    private Optional<CreatorUploads> uploads(Dataset dataset, TrainingWindow before) {
        return config.uploadDays().isEmpty()
                ? Optional.empty()
                : CreatorUploads.fit(
                        before.log(),
                        dataset.tables(),
                        before.asOfDay(dataset),
                        config.uploadDays().getAsInt());
    }

    /** The stages featurize, train and rank in one. */
    public Reranked rerank(Dataset dataset, Holdout holdout, RetrievalResult retrieved, RunLog.Counts counts) {
        Featurized rows = featurize(dataset, holdout, retrieved, counts);
        Reranker reranker = train(dataset, holdout, retrieved, rows, counts);
        return new Reranked(rows, rank(dataset, holdout, retrieved, rows, reranker, counts));
    }

    /** What stage two made of what was retrieved. */
    public record Reranked(Featurized rows, Ranked ranked) {}

    /**
     * Where replays begin. The history of a data set follows from the configuration, so what replays of it share is made
     * once for all stages.
     */
    public ReplayFactory replays(Dataset dataset, Holdout holdout) {
        ReplayInputs shared = inputs.computeIfAbsent(
                dataset,
                given -> new ReplayInputs(
                        run.interventions().replayed().apply(given),
                        holdout.split().history()));
        return new ReplayFactory(shared, config.features(), config.watch());
    }
}
