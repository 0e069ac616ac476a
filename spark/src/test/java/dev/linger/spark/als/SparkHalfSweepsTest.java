package dev.linger.spark.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.AlsStates;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.Checkpoints;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.Spread;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class SparkHalfSweepsTest {
    private static final Blocks USERS = new Blocks(1_300, 512);
    private static final Blocks ITEMS = new Blocks(1_100, 512);
    private static final Seed SEED = new Seed(7);

    private static final LingerConfig CONFIG = LingerConfig.resolve(
                    Optional.of("spark"),
                    List.of("candidates.sources=[{\"type\": \"als\", \"factorCount\": 6, \"iterations\": 3}]"))
            .value();
    private static final AlsConfig ALS = SparkPlan.of(CONFIG).als();

    @Test
    void factorsAreTheSameBitsWhetherTheFixedSideIsSentWholeOrInParts() {
        WithheldPairs none = WithheldPairs.none(USERS.rows(), ITEMS.rows());
        AlsModel alone = AlsTrainer.train(
                log(), USERS.rows(), ITEMS.rows(), ALS, SEED.derive("als"), Workers.ofCaller(), Progress.SILENT);

        assertSameBits(alone, fitted("0", none));
        assertSameBits(fitted("1m", withheld()), fitted("0", withheld()));
    }

    private static void assertSameBits(AlsModel expected, AlsModel actual) {
        assertArrayEquals(expected.lossTrace(), actual.lossTrace());
        assertArrayEquals(expected.userFactors().values(), actual.userFactors().values());
        assertArrayEquals(expected.itemFactors().values(), actual.itemFactors().values());
    }

    private static AlsModel fitted(String mostSentWhole, WithheldPairs withheld) {
        SparkConf conf = new SparkConf()
                .setAppName("linger-test")
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set(SparkHalfSweeps.MOST_SENT_WHOLE, mostSentWhole);
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            InteractionLog log = log();
            Spread spread = Spread.of(spark, log, USERS, ITEMS);
            SentConfig sent = SentConfig.of(CONFIG);
            long last = log.timestampMillis(log.size() - 1);
            SparkHalfSweeps.Pairs pairs =
                    new ObservedPairs(sent, ZoneOffset.UTC, last + 1, last, USERS, ITEMS).of(spread.plays());
            try (SparkHalfSweeps sweeps =
                    new SparkHalfSweeps(spark, sent, pairs, spark.broadcast(Withheld.of(withheld)))) {
                AlsStates states = new AlsStates(Checkpoints.NONE, ALS);
                return AlsTrainer.train(sweeps, ALS, SEED, states, Workers.ofCaller(), Progress.SILENT);
            }
        }
    }

    /** Users of the last block have no plays. */
    private static InteractionLog log() {
        SplittableRandom random = new SplittableRandom(3);
        int plays = 6_000;
        int[] user = random.ints(plays, 0, 1_000).toArray();
        int[] item = random.ints(plays, 0, ITEMS.rows()).toArray();
        int[] playMillis = random.ints(plays, 0, 20_000).toArray();
        int[] durationMillis = new int[plays];
        Arrays.fill(durationMillis, 10_000);
        long[] timestampMillis = new long[plays];
        Arrays.setAll(timestampMillis, row -> 1_000L * row);
        return InteractionLog.ofColumns(user, item, playMillis, durationMillis, timestampMillis, new int[plays]);
    }

    /** A block with holes. */
    private static WithheldPairs withheld() {
        int[] cells = IntStream.range(0, 30 * 50).filter(cell -> cell % 7 != 0).toArray();
        int[] user = Arrays.stream(cells).map(cell -> 500 + cell / 50).toArray();
        int[] item = Arrays.stream(cells).map(cell -> 490 + cell % 50).toArray();
        return WithheldPairs.of(user, item, USERS.rows(), ITEMS.rows());
    }
}
