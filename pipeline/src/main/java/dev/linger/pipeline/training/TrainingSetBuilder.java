package dev.linger.pipeline.training;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.PlayFlags;
import dev.linger.data.Seed;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureSource;
import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.TrainingConfig;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import dev.linger.recommender.retrieval.CandidateList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Makes the rows that rankers learn from: of the fit window to learn from, of the validation days to choose by, each with
 * a stage one that was fitted before. Their features are computed when they are read.
 *
 * @param config how many there are
 * @param limit how many candidates a user has
 */
public record TrainingSetBuilder(
        ReplayFactory replays,
        Holdout holdout,
        RetrievalResult retrieved,
        TrainingConfig config,
        int limit,
        RunContext run) {
    /** Most buckets of durations within which the plays of debiased training sets are compared. */
    private static final int DURATION_BUCKETS = 20;

    /**
     * What there is to learn from and what of it is learned from.
     *
     * @param offered how many rows there are of each training set
     */
    public record Made(TrainingSets trainingSets, Map<TrainingSetKind, Offered> offered) {}

    /**
     * How many rows of a training set there are.
     *
     * @param fit in the fit window
     * @param validation on the validation days
     */
    public record Offered(int fit, int validation) {
        public long total() {
            return (long) fit + validation;
        }
    }

    /** The rows of every training set the ranker takes; plays always. */
    public Made of(RankerConfig ranker) {
        Map<TrainingSetKind, TrainingSets.Rows> rows = new EnumMap<>(TrainingSetKind.class);
        Map<TrainingSetKind, Offered> offered = new EnumMap<>(TrainingSetKind.class);
        Lazy<WatchQuantiles> quantiles = Lazy.of(() -> replays.inputs().quantiles(DURATION_BUCKETS));
        addPlays(ranker.trainingSets(), quantiles, rows, offered);
        if (ranker.trainingSets().stream().anyMatch(TrainingSetKind::isOfCandidates)) {
            addCandidates(ranker, quantiles, rows, offered);
        }
        return new Made(new TrainingSets(rows), Map.copyOf(offered));
    }

    /** The plays after the cut, yet without features. */
    public TestPlays test() {
        return new TestPlays(
                retrieved.key(),
                holdout.split().test(),
                replays.dataset().userCount(),
                retrieved.beforeTest().columns(),
                run);
    }

    private void addPlays(
            Set<TrainingSetKind> wanted,
            Lazy<WatchQuantiles> quantiles,
            Map<TrainingSetKind, TrainingSets.Rows> rows,
            Map<TrainingSetKind, Offered> offered) {
        KeptExamples.Plays plays = run.cache()
                .get(
                        retrieved
                                .key()
                                .then(
                                        replays.config().readsRetrieval() ? "plays" : "plays-alone",
                                        LingerConfig.flat(TrainingConfig.class, config)),
                        KeptExamples.PLAYS,
                        this::plays);
        ObservedExamples all = plays.all();
        FeatureSource source = replays.rows(all.requests(), run);
        Offered there = new Offered(
                holdout.split().fitWindow().size(), holdout.split().validation().size());
        TrainingSet ratios = flagged(
                all, all.trainingSet(source, all.cappedRatios(replays.watch().ratioCap())));
        rows.put(TrainingSetKind.PLAYS, new TrainingSets.Rows(ratios, plays.fitRows()));
        offered.put(TrainingSetKind.PLAYS, there);
        if (wanted.contains(TrainingSetKind.DEBIASED_PLAYS)) {
            TrainingSet shares = flagged(all, all.trainingSet(source, all.quantiles(quantiles.get())));
            rows.put(TrainingSetKind.DEBIASED_PLAYS, new TrainingSets.Rows(shares, plays.fitRows()));
            offered.put(TrainingSetKind.DEBIASED_PLAYS, there);
        }
    }

    private TrainingSet flagged(ObservedExamples plays, TrainingSet set) {
        List<String> names = replays.dataset().log().flagNames();
        return names.isEmpty() ? set : set.withFlags(new PlayFlags(names, plays.flags()));
    }

    private KeptExamples.Plays plays() {
        int firstDay = firstRecentDay(holdout.split().fitWindow());
        List<InteractionLog> recent = holdout.fit().stream()
                .map(stretch -> since(firstDay, stretch.plays()))
                .toList();
        InteractionLog validationPlays = holdout.split().validation();
        ListSample lists =
                sample(recent.stream().mapToLong(InteractionLog::size).sum() + validationPlays.size());
        ObservedExamples fit = inOrder(
                at -> plays(recent.get(at), lists, () -> retrieved.beforeFit().get(at)), ObservedExamples::and);
        ObservedExamples validation = plays(validationPlays, lists, retrieved::beforeValidation);
        requireSome(fit.size(), validation.size());
        return new KeptExamples.Plays(fit.and(validation), fit.size());
    }

    /** The first of the last days with plays that are learned from. */
    private int firstRecentDay(InteractionLog fitPlays) {
        int[] days = IntStream.range(0, fitPlays.size())
                .map(fitPlays::day)
                .distinct()
                .toArray();
        return config.recentDays() == 0 ? days[0] : days[Math.max(0, days.length - config.recentDays())];
    }

    private static InteractionLog since(int day, InteractionLog plays) {
        int first = 0;
        while (first < plays.size() && plays.day(first) < day) {
            first++;
        }
        return plays.slice(first, plays.size());
    }

    /** What is made of each stretch of the fit window, one after the other. */
    private <T> T inOrder(IntFunction<T> ofStretch, BinaryOperator<T> and) {
        return IntStream.range(0, holdout.fit().size())
                .mapToObj(ofStretch)
                .reduce(and)
                .orElseThrow();
    }

    private ListSample sample(long rows) {
        return ListSample.of(rows, config.maxRows(), config.share(), run.seed().derive("lists learned from"));
    }

    private void requireSome(int fit, int validation) {
        if (fit == 0 || validation == 0) {
            throw new InputException("training.maxRows " + config.maxRows() + ", training.share " + config.share()
                    + ": no row is left to " + (fit == 0 ? "fit to" : "validate by")
                    + "; raise them, or set maxRows to 0 for all rows");
        }
    }

    /** Plays with the features that they have as of their days, labelled as those of the training set {@link TrainingSetKind#PLAYS}. */
    public TrainingSet labelled(ObservedExamples plays) {
        return plays.trainingSet(
                replays.rows(plays.requests(), run),
                plays.cappedRatios(replays.watch().ratioCap()));
    }

    /** @param stageOne asked for where a column looks at it: it may have to be fitted */
    private ObservedExamples plays(InteractionLog part, KeptLists lists, Supplier<DatedRetriever> stageOne) {
        int users = replays.dataset().userCount();
        return replays.config().readsRetrieval()
                ? ObservedExamples.of(part, lists, users, stageOne.get().columns(), run)
                : ObservedExamples.withoutStageOne(part, lists, users);
    }

    private void addCandidates(
            RankerConfig ranker,
            Lazy<WatchQuantiles> quantiles,
            Map<TrainingSetKind, TrainingSets.Rows> rows,
            Map<TrainingSetKind, Offered> offered) {
        replays.begin(retrieved.beforeTest()).requireKnownAtRequest();
        KeptExamples.Candidates candidates = run.cache()
                .get(
                        retrieved
                                .key()
                                .then(
                                        "candidates",
                                        LingerConfig.flat(TrainingConfig.class, config),
                                        ranker.negatives()),
                        KeptExamples.CANDIDATES,
                        () -> candidates(ranker.negatives(), quantiles.get()));
        FeatureSource source = replays.rows(candidates.requests(), run);
        for (TrainingSetKind kind : ranker.trainingSets()) {
            if (kind.isOfCandidates()) {
                float[] label = kind == TrainingSetKind.CANDIDATES ? candidates.ratio() : candidates.quantile();
                rows.put(
                        kind,
                        new TrainingSets.Rows(
                                new TrainingSet(source, label, candidates.groups()), candidates.fitRows()));
                offered.put(kind, candidates.offered());
            }
        }
    }

    private KeptExamples.Candidates candidates(int negatives, WatchQuantiles quantiles) {
        List<DatedRetriever> stageOnes = new ArrayList<>(retrieved.beforeFit());
        stageOnes.add(retrieved.beforeValidation());
        List<CandidateRows> parts = new ArrayList<>();
        for (int stretch = 0; stretch < holdout.fit().size(); stretch++) {
            parts.add(fitCandidates(stretch, negatives, quantiles));
        }
        parts.add(requireShown(
                stageOnes.get(parts.size()),
                CandidateRows.of(
                        retrieved.validationCandidates(),
                        shown(holdout.split().validation(), quantiles),
                        negatives,
                        seed())));
        int offered = parts.stream().mapToInt(CandidateRows::size).reduce(0, Math::addExact);
        Offered there = new Offered(offered - last(parts).size(), last(parts).size());
        ListSample lists = sample(there.total());
        for (int part = 0; part < parts.size(); part++) {
            parts.set(part, parts.get(part).drawn(lists, stageOnes.get(part).asOfDay()));
        }
        CandidateRows all = CandidateRows.concat(parts);
        requireSome(all.size() - last(parts).size(), last(parts).size());
        return new KeptExamples.Candidates(
                requests(parts, stageOnes),
                all.ratio(),
                all.quantile(),
                all.groups(),
                all.size() - last(parts).size(),
                there);
    }

    private static <T> T last(List<T> parts) {
        return parts.get(parts.size() - 1);
    }

    /** Drawn as they are found: all that is found of a stretch takes three times the memory of what is drawn. */
    private CandidateRows fitCandidates(int stretch, int negatives, WatchQuantiles quantiles) {
        DatedRetriever stageOne = retrieved.beforeFit().get(stretch);
        int[] users = Holdout.users(holdout.fit().get(stretch).judgments());
        CandidateDraw draw = new CandidateDraw(
                users.length, shown(holdout.fit().get(stretch).plays(), quantiles), negatives, seed());
        stageOne.retriever()
                .forEachFound(
                        users,
                        retrieved.union(),
                        limit,
                        limit,
                        run.workers(),
                        run.progress(),
                        (at, found) -> draw.take(at, found.candidates()));
        return requireShown(stageOne, draw.rows());
    }

    private ImpressionPairs shown(InteractionLog plays, WatchQuantiles quantiles) {
        return ImpressionPairs.of(plays, quantiles, replays.watch().ratioCap(), run.workers());
    }

    private Seed seed() {
        return run.seed().derive("candidate rows");
    }

    private static CandidateRows requireShown(DatedRetriever stageOne, CandidateRows rows) {
        if (rows.lists().isEmpty()) {
            throw new InputException("no candidate of " + LocalDate.ofEpochDay(stageOne.asOfDay())
                    + " was shown to a user with a relevant play in the days after it, so nothing can be learned from"
                    + " candidates; raise candidates.limit, or let no member learn from them");
        }
        return rows;
    }

    private static FeatureRequests requests(List<CandidateRows> parts, List<DatedRetriever> stageOnes) {
        return CandidateList.requests(IntStream.range(0, parts.size())
                .mapToObj(part -> new CandidateList.Asked(
                        parts.get(part).lists(),
                        stageOnes.get(part).asOfDay(),
                        stageOnes.get(part).cutMillis()))
                .toList());
    }
}
