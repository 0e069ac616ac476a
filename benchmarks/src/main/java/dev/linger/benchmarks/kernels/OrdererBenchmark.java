package dev.linger.benchmarks.kernels;

import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScorePosterior.Unsure;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.Taste;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStats;
import dev.linger.data.Draws;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import dev.linger.data.Workers;
import dev.linger.recommender.order.CalibratedConfig;
import dev.linger.recommender.order.CreatorCapConfig;
import dev.linger.recommender.order.CreatorSupportConfig;
import dev.linger.recommender.order.CreatorUpliftConfig;
import dev.linger.recommender.order.DppConfig;
import dev.linger.recommender.order.MmrConfig;
import dev.linger.recommender.order.NearDuplicatesConfig;
import dev.linger.recommender.order.NewCreatorsConfig;
import dev.linger.recommender.order.OrderContext;
import dev.linger.recommender.order.Orderer;
import dev.linger.recommender.order.OrdererConfig;
import dev.linger.recommender.order.OrdererParts;
import dev.linger.recommender.order.PlackettLuceConfig;
import dev.linger.recommender.order.PosteriorConfig;
import dev.linger.recommender.order.SimilarityBy;
import dev.linger.recommender.order.TagFloorConfig;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Orders 1,000 lists of 300 of 10,728 videos, on one thread: 31 tags, one or two a video, and three videos a creator. */
@State(Scope.Benchmark)
public class OrdererBenchmark extends TimedAlone {
    private static final int VIDEOS = 10_728;
    private static final int TAGS = 31;
    private static final int CANDIDATES = 300;
    private static final int LISTS = 1_000;
    private static final int FACTORS = 64;

    /** As many as a user of KuaiRec has. */
    private static final int PLAYS = 1_000;

    private static final int USERS = 50;
    private static final int DAY = 20_000;

    @Param({
        "mmr",
        "mmr-source",
        "dpp",
        "dpp-source",
        "calibrated",
        "tag-floor",
        "creator-cap",
        "creator-support",
        "creator-uplift",
        "new-creators",
        "near-duplicates",
        "plackett-luce",
        "posterior",
        "posterior-ucb",
        "posterior-both",
        "posterior-both-ucb"
    })
    public String orderer;

    private final Draws draws = new Draws(new Seed(1).stream("orderers"));
    private Orderer ordering;
    private List<RankedList> lists;
    private OrderContext context;

    @Setup
    public void draw() {
        int[] creators =
                IntStream.range(0, VIDEOS).map(video -> draws.below(VIDEOS / 3)).toArray();
        int[][] tags = new int[VIDEOS][];
        Arrays.setAll(tags, video -> IntStream.of(draws.below(TAGS), draws.below(TAGS))
                .limit(draws.chance(0.2) ? 2 : 1)
                .distinct()
                .toArray());
        int[] uploadDays =
                IntStream.range(0, VIDEOS).map(video -> DAY - draws.below(100)).toArray();
        ItemTable items = new ItemTable(
                uploadDays,
                new float[VIDEOS],
                tags,
                IdIndex.of("tag", LongStream.range(0, TAGS)),
                List.of(new AttributeColumn.Category(
                        "creator",
                        creators,
                        IntStream.range(0, VIDEOS / 3)
                                .mapToObj("%05d"::formatted)
                                .toList())),
                new ItemTable.Roles(Optional.of("creator"), List.of()));
        SideTables tables = new SideTables(
                IdIndex.of("user", LongStream.range(0, 1)),
                IdIndex.of("video", LongStream.range(0, VIDEOS)),
                new UserTable(1, List.of()),
                items,
                DailyStats.empty(VIDEOS),
                ZoneOffset.UTC);
        ordering = config().create(new OrdererParts(tables, Optional.of(cosines())));
        int[] all = IntStream.range(0, VIDEOS).toArray();
        lists = IntStream.range(0, LISTS)
                .mapToObj(list -> RankedList.byScore(
                        0,
                        draws.sample(all, CANDIDATES),
                        IntStream.range(0, CANDIDATES)
                                .mapToDouble(at -> draws.gaussian())
                                .toArray()))
                .toList();
        double[] liked =
                IntStream.range(0, TAGS).mapToDouble(tag -> draws.factor(2)).toArray();
        double[] ofCreators = IntStream.range(0, VIDEOS / 3)
                .mapToDouble(creator -> draws.uniform())
                .toArray();
        context = new OrderContext(
                () -> Optional.of(new OneTaste(liked)),
                posterior(),
                creator -> 2 * ofCreators[creator],
                creator -> ofCreators[creator],
                new Seed(1),
                DAY);
    }

    /** That of a user by plays of the first videos, made for each list that asks. */
    private Supplier<Optional<ScorePosterior.OfUser>> posterior() {
        InteractionLogBuilder plays = new InteractionLogBuilder(ZoneOffset.UTC, USERS * PLAYS);
        InteractionLogBuilder ofOne = new InteractionLogBuilder(ZoneOffset.UTC, PLAYS);
        for (int play = 0; play < USERS * PLAYS; play++) {
            plays.add(play % USERS, draws.below(VIDEOS), 1_000 * draws.below(20), 10_000, play);
        }
        for (int play = 0; play < PLAYS; play++) {
            ofOne.add(0, play, 1_000 * draws.below(20), 10_000, USERS * PLAYS + play);
        }
        InteractionLog log = plays.build();
        InteractionLog ofUser = ofOne.build();
        try (Workers workers = new Workers(1)) {
            AlsConfig als = DefaultConfiguration.als(32, 2, AlsConfig.Solver.CONJUGATE_GRADIENT);
            ScorePosterior posterior = AlsTrainer.train(log, USERS, VIDEOS, als, new Seed(1), workers, Progress.SILENT)
                    .posterior(log, true)
                    .orElseThrow();
            return () -> posterior.of(ofUser, USERS * PLAYS + PLAYS);
        }
    }

    private OrdererConfig config() {
        return switch (orderer) {
            case "mmr" -> new MmrConfig(20, 0.3, SimilarityBy.ATTRIBUTES);
            case "mmr-source" -> new MmrConfig(20, 0.3, SimilarityBy.SOURCE);
            case "dpp" -> new DppConfig(20, 0.3, SimilarityBy.ATTRIBUTES);
            case "dpp-source" -> new DppConfig(20, 0.3, SimilarityBy.SOURCE);
            case "calibrated" -> new CalibratedConfig(20, 0.5);
            case "tag-floor" -> new TagFloorConfig(20, 18);
            case "creator-cap" -> new CreatorCapConfig(2, 10);
            case "creator-support" -> new CreatorSupportConfig(20, 0.3);
            case "creator-uplift" -> new CreatorUpliftConfig(20, 0.3, 7);
            case "new-creators" -> new NewCreatorsConfig(20, 0.3, 30);
            case "plackett-luce" -> new PlackettLuceConfig(20, 50, 0.5);
            case "posterior" -> new PosteriorConfig(20, PosteriorConfig.By.DRAW, Unsure.USER, 1);
            case "posterior-ucb" -> new PosteriorConfig(20, PosteriorConfig.By.UCB, Unsure.USER, 1);
            case "posterior-both" -> new PosteriorConfig(20, PosteriorConfig.By.DRAW, Unsure.BOTH, 1);
            case "posterior-both-ucb" -> new PosteriorConfig(20, PosteriorConfig.By.UCB, Unsure.BOTH, 1);
            case "near-duplicates" -> new NearDuplicatesConfig(0.95, 1, SimilarityBy.ATTRIBUTES);
            default -> throw new IllegalArgumentException("no orderer is named " + orderer);
        };
    }

    private record OneTaste(double[] likedPlaysByTag) implements Taste {
        @Override
        public double likedShare(int creator, int[] tags) {
            return tags.length == 0 ? 1 : likedPlaysByTag[tags[0]];
        }
    }

    /** Of vectors at random, as factors are compared. */
    private Similarity cosines() {
        float[][] vectors = new float[VIDEOS][FACTORS];
        for (float[] vector : vectors) {
            double squares = 0;
            for (int x = 0; x < FACTORS; x++) {
                vector[x] = (float) draws.gaussian();
                squares += vector[x] * vector[x];
            }
            for (int x = 0; x < FACTORS; x++) {
                vector[x] /= (float) Math.sqrt(squares);
            }
        }
        return new Similarity() {
            @Override
            public double between(int one, int other) {
                double sum = 0;
                for (int x = 0; x < FACTORS; x++) {
                    sum += vectors[one][x] * vectors[other][x];
                }
                return sum;
            }

            @Override
            public RankedList to(int item, int count) {
                throw new UnsupportedOperationException("no orderer asks for neighbors");
            }
        };
    }

    @Benchmark
    public long order(Rows rows) {
        long sum = 0;
        for (RankedList list : lists) {
            sum += ordering.order(list, context).items()[0];
        }
        rows.rows += LISTS;
        return sum;
    }
}
