package dev.linger.serving;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.Universe;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.candidates.baseline.ItemKnnConfig;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStats;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureRows;
import dev.linger.features.GroupContext;
import dev.linger.features.history.WatchHistory;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.ranker.baseline.StageOneConfig;
import dev.linger.ranker.baseline.StageOneRanker;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.RecommenderConfig;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import dev.linger.recommender.retrieval.SeenRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A fitted model of 40 users and 60 videos whose tastes are the parity of their ids, of als and item-knn. */
public final class TinyModel {
    public static final int USERS = 40;
    public static final int VIDEOS = 60;

    /** The first user's id; the others follow. */
    public static final long USER = 1_000;

    /** The first video's id; the others follow. */
    public static final long VIDEO = 7_000;

    /** With a number from 0 after it, the name of each creator. */
    public static final String CREATOR = "maker ";

    public static final int VIDEOS_OF_CREATOR = 10;

    /** The plays end before it. */
    public static final Instant AS_OF = Instant.parse("2020-09-06T04:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DURATION = 10_000;
    private static final int PLAYS_OF_USER = 12;
    private static final FeaturesConfig FEATURES = new FeaturesConfig(
            List.of(new WatchHistory.OfUsers(10), new WatchHistory.OfItems(10), new StageOneFeatures.Config()),
            List.of());

    private TinyModel() {}

    /** Writes a model into a new folder; other seeds give others. */
    public static Path write(Path folder, long seed) {
        InteractionLog log = log(new Seed(seed));
        return write(folder, log, recommender(log, new Seed(seed)));
    }

    /** The same whose users are shown again what they have played, by a rule. */
    static Path write(Path folder, long seed, SeenRule rule) {
        InteractionLog log = log(new Seed(seed));
        Recommender forever = recommender(log, new Seed(seed));
        Eligibility eligibility = forever.retriever().eligibility();
        SeenItems played = SeenItems.withTimes(PairPlays.of(log, USERS, Workers.ofCaller()));
        Eligibility again = new Eligibility(eligibility.universe(), played, rule, eligibility.filters());
        return write(
                folder,
                log,
                forever.with(
                        forever.retriever().with(again.at(AS_OF.toEpochMilli(), eligibility.filters())),
                        AS_OF.toEpochMilli()));
    }

    /** The same with ids that are texts, in the same order: those of {@link #user} and {@link #video}. */
    public static Path writeTexts(Path folder, long seed) {
        InteractionLog log = log(new Seed(seed));
        SideTables tables = tables(
                IdIndex.ofTexts("user", all(USERS, TinyModel::user)),
                IdIndex.ofTexts("video", all(VIDEOS, TinyModel::video)));
        return write(folder, log, recommender(log, tables, new Seed(seed)));
    }

    private static List<String> all(int count, IntFunction<String> id) {
        return IntStream.range(0, count).mapToObj(id).toList();
    }

    /** The text that is the id of a user, as little fit for addresses as may be. */
    public static String user(int index) {
        return "ü/%25 ?#;" + (USER + index);
    }

    /** The text that is the id of a video. */
    public static String video(int index) {
        return "=v,\"<b>|\\" + (VIDEO + index);
    }

    /**
     * The same that knows what it learned from.
     *
     * @param learned makes that of the candidates of all users
     */
    static Path write(Path folder, long seed, UnaryOperator<FeatureRows> learned) {
        InteractionLog log = log(new Seed(seed));
        Recommender recommender = recommender(log, new Seed(seed));
        List<CandidateList> lists = IntStream.range(0, USERS)
                .mapToObj(user ->
                        recommender.path().find(user, recommender.retriever()).candidates())
                .toList();
        try (Workers workers = new Workers(1)) {
            FeatureRows rows = learned.apply(recommender.rows(lists));
            return write(folder, log, recommender.with(FeatureDistributions.of(rows, workers)));
        }
    }

    private static Path write(Path folder, InteractionLog log, Recommender recommender) {
        try {
            recommender.write(folder, log, Map.of());
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InteractionLog log(Seed seed) {
        SplittableRandom random = seed.stream("plays");
        InteractionLogBuilder log = new InteractionLogBuilder(ZONE, USERS * PLAYS_OF_USER);
        for (int user = 0; user < USERS; user++) {
            for (int play = 0; play < PLAYS_OF_USER; play++) {
                int item = 2 * random.nextInt(VIDEOS / 2) + (random.nextInt(8) == 0 ? 1 - user % 2 : user % 2);
                int millis = item % 2 == user % 2 ? DURATION + random.nextInt(DURATION) : random.nextInt(DURATION / 2);
                long ago = 60_000L * (1 + random.nextInt(3 * 24 * 60));
                log.add(user, item, millis, DURATION, AS_OF.toEpochMilli() - ago);
            }
        }
        return log.build();
    }

    private static SideTables tables() {
        return tables(
                IdIndex.of("user", LongStream.range(USER, USER + USERS)),
                IdIndex.of("video", LongStream.range(VIDEO, VIDEO + VIDEOS)));
    }

    private static SideTables tables(IdIndex users, IdIndex videos) {
        int[] uploadDay = new int[VIDEOS];
        Arrays.fill(uploadDay, ItemTable.UNKNOWN_DAY);
        float[] duration = new float[VIDEOS];
        Arrays.fill(duration, DURATION);
        return new SideTables(
                users,
                videos,
                new UserTable(USERS, List.of()),
                new ItemTable(
                        uploadDay,
                        duration,
                        new int[VIDEOS][0],
                        IdIndex.of("tag", LongStream.empty()),
                        List.of(creators()),
                        new ItemTable.Roles(Optional.of("creator"), List.of())),
                DailyStats.empty(VIDEOS),
                ZONE);
    }

    private static AttributeColumn.Category creators() {
        return new AttributeColumn.Category(
                "creator",
                IntStream.range(0, VIDEOS)
                        .map(video -> video / VIDEOS_OF_CREATOR)
                        .toArray(),
                all(VIDEOS / VIDEOS_OF_CREATOR, creator -> CREATOR + creator));
    }

    private static Recommender recommender(InteractionLog log, Seed seed) {
        return recommender(log, tables(), seed);
    }

    private static Recommender recommender(InteractionLog log, SideTables tables, Seed seed) {
        Retriever retriever = retriever(log, tables, seed);
        FeatureState features = FeatureState.of(
                FEATURES,
                new GroupContext(
                        tables,
                        WatchRules.DEFAULTS,
                        retriever.columns().columns(),
                        buckets -> WatchQuantiles.fit(log, buckets)));
        features.observe(log);
        features.advanceTo(InteractionLog.dayOf(AS_OF.toEpochMilli(), ZONE));
        RecommenderConfig config = new RecommenderConfig(
                AS_OF.toEpochMilli(),
                WatchRules.DEFAULTS,
                30,
                retriever.sources().stream().map(TinyModel::named).toList(),
                List.of(20, 10),
                named(retriever.fallback()),
                List.of(),
                FEATURES,
                new StageOneConfig(),
                List.of(),
                NewVideosConfig.NONE.withEvery(10));
        return new Recommender(config, tables, retriever, features, Reranker.of(new StageOneRanker()));
    }

    private static RecommenderConfig.NamedSource named(FittedSource source) {
        return new RecommenderConfig.NamedSource(source.name(), source.config());
    }

    private static Retriever retriever(InteractionLog log, SideTables tables, Seed seed) {
        try (Workers workers = new Workers(1)) {
            FitContext context = new FitContext(
                    log,
                    WithheldPairs.none(USERS, VIDEOS),
                    AS_OF.toEpochMilli(),
                    tables,
                    WatchRules.DEFAULTS,
                    seed,
                    workers,
                    Progress.SILENT);
            AlsConfig als = new AlsConfig(
                    4,
                    new Weighting.WatchRatio(10, 2),
                    RepeatRule.SUM,
                    0,
                    0.05,
                    1,
                    0.5,
                    5,
                    AlsConfig.Solver.CHOLESKY,
                    3);
            return new Retriever(
                    List.of(fitted("als", als, context), fitted("item-knn", new ItemKnnConfig(0.5, 1, 50), context)),
                    fitted("popularity", new PopularityConfig(), context),
                    new Eligibility(Universe.playedIn(log, VIDEOS), SeenItems.of(log, USERS), List.of()));
        }
    }

    private static FittedSource fitted(String name, SourceConfig config, FitContext context) {
        return new FittedSource(name, config, config.fit(context));
    }
}
