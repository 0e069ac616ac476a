package dev.linger.pipeline.experiment;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.candidates.baseline.ItemKnnConfig;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.candidates.baseline.RecentLikedConfig;
import dev.linger.candidates.content.AffinityConfig;
import dev.linger.candidates.content.FreshVideosConfig;
import dev.linger.candidates.ease.EaseConfig;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.UserTable;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.data.config.Alternatives;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.StageOneCells;
import dev.linger.features.history.WatchHistory;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalChoices;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.RetrievalColumns;
import dev.linger.recommender.retrieval.Retriever;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Plays of videos of ten seconds, and the smallest data set around them. */
public final class Scene {
    public static final int FIRST_DAY = (int) LocalDate.of(2020, 7, 5).toEpochDay();
    public static final RunContext ONE_THREAD = new RunContext(new Seed(7), new Workers(1), Progress.SILENT);
    public static final RunContext TWO_THREADS = new RunContext(new Seed(7), new Workers(2), Progress.SILENT);
    public static final FeaturesConfig FEATURES = new FeaturesConfig(
            List.of(new WatchHistory.OfUsers(10), new WatchHistory.OfItems(10), new StageOneFeatures.Config()),
            List.of());

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DURATION_MILLIS = 10_000;

    private final InteractionLogBuilder log = new InteractionLogBuilder(ZONE, 16);

    /** A play on a day from 0 at a local hour; {@code ratio} is exact to a ten-thousandth. */
    public Scene play(int user, int item, double ratio, int day, int hour) {
        log.add(user, item, (int) Math.round(ratio * DURATION_MILLIS), DURATION_MILLIS, millis(day, hour));
        return this;
    }

    public InteractionLog log() {
        return log.build();
    }

    /** Plays with ratios in 0..2 on every hour of the days in turn. */
    public static InteractionLog randomLog(long seed, int users, int items, int rows, int days) {
        SplittableRandom random = new Seed(seed).stream("plays");
        Scene scene = new Scene();
        for (int row = 0; row < rows; row++) {
            int day = (int) ((long) row * days / rows);
            scene.play(random.nextInt(users), random.nextInt(items), random.nextInt(20_000) / 10_000.0, day, row % 24);
        }
        return scene.log();
    }

    /** A list of all items for each user, in random order. */
    public static List<RankedList> randomLists(long seed, int users, int items) {
        SplittableRandom random = new Seed(seed).stream("lists");
        return IntStream.range(0, users)
                .mapToObj(user -> RankedList.byScore(
                        user,
                        IntStream.range(0, items).toArray(),
                        random.doubles(items).toArray()))
                .toList();
    }

    /** The instant of a local hour. */
    public static long millis(int day, int hour) {
        return LocalDate.ofEpochDay(FIRST_DAY + day)
                .atTime(hour, 0)
                .atZone(ZONE)
                .toInstant()
                .toEpochMilli();
    }

    /** A data set with ids equal to indices and no attributes. */
    public static Dataset dataset(int users, int items, InteractionLog log, @Nullable WatchMatrix smallMatrix) {
        return dataset(users, items, log, smallMatrix, DailyStats.empty(items));
    }

    public static Dataset dataset(
            int users, int items, InteractionLog log, @Nullable WatchMatrix smallMatrix, DailyStats dailyStats) {
        int[] uploadDay = new int[items];
        Arrays.fill(uploadDay, ItemTable.UNKNOWN_DAY);
        return new Dataset(
                IdIndex.of("user", LongStream.range(0, users)),
                IdIndex.of("video", LongStream.range(0, items)),
                log,
                new UserTable(users, List.of()),
                new ItemTable(uploadDay, new float[items], List.of()),
                dailyStats,
                smallMatrix,
                ZONE);
    }

    /** Small factors. */
    public static final AlsConfig ALS = new AlsConfig(
            4, new Weighting.WatchRatio(10, 2), RepeatRule.SUM, 0, 0.2, 1, 0.5, 5, AlsConfig.Solver.CHOLESKY, 1);

    public static final SourceConfig POPULARITY = new PopularityConfig();
    public static final SourceConfig RECENT_LIKED = new RecentLikedConfig(1);
    public static final SourceConfig ITEM_KNN = new ItemKnnConfig(0, 1, 10);
    public static final SourceConfig EASE = new EaseConfig(10, 0.5, 100);
    public static final SourceConfig AFFINITY = new AffinityConfig(1, 7, 2, 0.1);
    public static final SourceConfig FRESH_VIDEOS = new FreshVideosConfig(FreshVideosConfig.Watch.COMPLETE, 2, 3);

    /** Ten candidates from small models; users without history get the most played videos. */
    public static CandidatesConfig candidates(SourceConfig... sources) {
        return new CandidatesConfig(
                10,
                Arrays.stream(sources).map(Alternatives::only).toList(),
                List.of(),
                POPULARITY,
                List.of(),
                false,
                0);
    }

    /** The retriever of these candidates, fitted to a window. */
    public static DatedRetriever fit(
            Dataset dataset, TrainingWindow window, CandidatesConfig candidates, RunContext run) {
        RetrieverTrainer trainer = new RetrieverTrainer(dataset, candidates, WatchRules.DEFAULTS, run);
        List<RetrievalChoices.Source> sources = candidates.sources().stream()
                .map(source -> new RetrievalChoices.Source(
                        CandidatesConfig.nameOf(source), source.settings().get(0)))
                .toList();
        return trainer.fitted(sources, window);
    }

    /** What retrieval by scores {@code [user][item]} over what the log played tells of pairs. */
    public static RetrievalColumns columns(InteractionLog training, double[]... scores) {
        FittedSource table = new FittedSource("table", POPULARITY, new TableScorer("table", scores));
        Eligibility eligibility = new Eligibility(
                Universe.playedIn(training, scores[0].length), SeenItems.of(training, scores.length), List.of());
        return new Retriever(List.of(table), table, eligibility).columns();
    }

    /** Score and rank of each row. */
    public static StageOneCells cells(float[] score, float[] rank) {
        float[] values = new float[2 * score.length];
        for (int row = 0; row < score.length; row++) {
            values[2 * row] = score[row];
            values[2 * row + 1] = rank[row];
        }
        return new StageOneCells(StageOneCells.SCORE_AND_RANK, values);
    }

    /** The scores of all rows in the order of stage one. */
    public static float[] scores(StageOneCells cells) {
        float[] scores = new float[cells.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = cells.score(row);
        }
        return scores;
    }

    /** The ranks of all rows in the order of stage one. */
    public static float[] ranks(StageOneCells cells) {
        float[] ranks = new float[cells.rows()];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = cells.rank(row);
        }
        return ranks;
    }

    /** Retrieval by scores {@code [user][item]} over what the log played. */
    public static Retrieval retrieval(InteractionLog training, double[]... scores) {
        ItemScorer scorer = new TableScorer("table", scores);
        return new Retrieval(
                scorer, scorer, Universe.playedIn(training, scorer.itemCount()), SeenItems.of(training, scores.length));
    }

    /** Scores as a test sets them, {@code [user][item]}. */
    public record TableScorer(String name, double[]... scores) implements ItemScorer {
        @Override
        public void write(ModelWriter to) {
            throw new UnsupportedOperationException("a table of a test is not written");
        }

        @Override
        public int itemCount() {
            return scores[0].length;
        }

        @Override
        public void score(int user, double[] to) {
            System.arraycopy(scores[user], 0, to, 0, to.length);
        }
    }
}
