package dev.linger.spark.als;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsFactors;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Blocks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.math.Ordering;
import scala.reflect.ClassTag;

/**
 * The ALS of Spark's MLlib, fitted to the pairs that Linger's is fitted to: a baseline.
 *
 * <p>A rating is {@code c / w} at {@code alpha = 1}, with {@code w = unobservedWeight}, below 0 where {@code p = 0}, so that an
 * observed pair weighs {@code w + c} in all, as in {@link dev.linger.candidates.als}. There all of it draws the score to p, in
 * Linger the part w to 0. Its weight of length, {@code regParam * n |x|^2}, is that of Linger at the mean number of pairs of a
 * user. It knows no withheld pairs, and solves rows exactly.
 *
 * @param users how users are cut
 * @param itemCount number of items
 */
public record MllibAls(SentConfig config, Blocks users, int itemCount) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of the row in tables. */
    public static final String NAME = "mllib-als";

    /** In Spark's own configuration, whether it is fitted and measured too. */
    public static final String KEY = "spark.linger.mllib";

    /** MLlib's default; to files where {@code spark.checkpoint.dir} names a folder, without which many iterations overflow stacks. */
    private static final int ITERATIONS_A_CHECKPOINT = 10;

    /** Factors of users and of items. */
    public record Fitted(FactorMatrix users, AlsFactors items) {}

    /** Whether {@link #KEY} asks for it. */
    public static boolean isAsked(JavaSparkContext spark) {
        return spark.getConf().getBoolean(KEY, false);
    }

    /**
     * Checks what it cannot be fitted by, before anything is read.
     *
     * @throws InputException where unobserved pairs have no weight
     */
    public static void requirePossible(AlsConfig als) {
        if (!(als.unobservedWeight() > 0)) {
            throw new InputException(
                    KEY + ": in MLlib unobserved pairs have weight; unobservedWeight must be > 0 but was "
                            + als.unobservedWeight());
        }
    }

    /**
     * Fits it.
     *
     * @param pairs of users
     */
    public Fitted fit(JavaRDD<PairBlock> pairs, int itemBlocks, Seed seed) {
        AlsConfig als = als();
        double pairsOfUser =
                (double) pairs.map(block -> (long) block.column().length).reduce(Long::sum) / users.rows();
        double regParam = als.regularization()
                * StrictMath.pow(pairsOfUser, als.regularizationPower() - 1)
                / als.unobservedWeight();
        @SuppressWarnings("unchecked")
        ClassTag<Object> ints = (ClassTag<Object>) (ClassTag<?>) ClassTag.Int();
        @SuppressWarnings("unchecked")
        Ordering<Object> ascending = (Ordering<Object>) (Ordering<?>) Ordering.Int$.MODULE$;
        var factors = ALS.train(
                pairs.flatMap(this::ratings).rdd(),
                als.factorCount(),
                users.count(),
                itemBlocks,
                als.iterations(),
                regParam,
                true,
                1,
                false,
                StorageLevel.MEMORY_AND_DISK(),
                StorageLevel.MEMORY_AND_DISK(),
                ITERATIONS_A_CHECKPOINT,
                seed.derive(NAME).value(),
                ints,
                ascending);
        FactorMatrix ofUsers = rows(factors._1().toJavaRDD(), users.rows());
        FactorMatrix ofItems = rows(factors._2().toJavaRDD(), itemCount);
        double[] unused = new double[als.factorCount() * als.factorCount()];
        return new Fitted(ofUsers, new AlsFactors(ofItems.values(), unused, new double[0]));
    }

    private AlsConfig als() {
        return SparkPlan.of(config.value()).als();
    }

    private Iterator<ALS.Rating<Object>> ratings(PairBlock pairs) {
        AlsConfig als = als();
        int first = users.first(pairs.block());
        List<ALS.Rating<Object>> ratings = new ArrayList<>();
        for (int row = 0; row < pairs.start().length - 1; row++) {
            for (int at = pairs.start()[row]; at < pairs.start()[row + 1]; at++) {
                double value = pairs.value()[at];
                double weight = als.weighting().confidence(value) / als.unobservedWeight();
                boolean liked = als.weighting().preference(value) > 0;
                ratings.add(new ALS.Rating<>(first + row, pairs.column()[at], (float) (liked ? weight : -weight)));
            }
        }
        return ratings.iterator();
    }

    /** All rows of a side; those that have no pair are zeros. */
    private FactorMatrix rows(JavaRDD<Tuple2<Object, float[]>> found, int rowCount) {
        int factorCount = als().factorCount();
        float[] values = new float[Math.multiplyExact(rowCount, factorCount)];
        for (Tuple2<Object, float[]> row : found.collect()) {
            System.arraycopy(row._2(), 0, values, (Integer) row._1() * factorCount, factorCount);
        }
        return FactorMatrix.of(factorCount, values);
    }
}
