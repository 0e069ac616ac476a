package dev.linger.spark.als;

import dev.linger.candidates.als.FactorMatrix;
import dev.linger.candidates.als.HalfSweeps;
import dev.linger.data.InputException;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plays.Blocks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Half-sweeps in the partitions of Spark, a block of rows each. The fixed side goes to every machine whole while it is small,
 * and else in parts to the blocks that need them; what comes back is added in the order of blocks, so the factors are those of
 * one machine, bit for bit, either way.
 */
public final class SparkHalfSweeps implements HalfSweeps, AutoCloseable {
    /** In Spark's own configuration, how large a fixed side may be that every machine is sent whole. */
    public static final String MOST_SENT_WHOLE = "spark.linger.mostSentWhole";

    private static final String BY_DEFAULT = "256m";

    private final JavaSparkContext spark;
    private final SentConfig config;
    private final Pairs pairs;
    private final Broadcast<Withheld> withheld;
    private final long mostSentWhole;
    private final Map<Side, Shipping> shippings = new EnumMap<>(Side.class);

    /**
     * The observed pairs of both sides, a block a partition.
     *
     * @param users how users are cut
     * @param items how items are cut
     */
    public record Pairs(Blocks users, JavaRDD<PairBlock> ofUsers, Blocks items, JavaRDD<PairBlock> ofItems) {
        private JavaRDD<PairBlock> of(Side side) {
            return side == Side.USER ? ofUsers : ofItems;
        }

        private Blocks blocks(Side side) {
            return side == Side.USER ? users : items;
        }
    }

    public SparkHalfSweeps(JavaSparkContext spark, SentConfig config, Pairs pairs, Broadcast<Withheld> withheld) {
        this.spark = spark;
        this.config = config;
        this.pairs = pairs;
        this.withheld = withheld;
        this.mostSentWhole = spark.getConf().getSizeAsBytes(MOST_SENT_WHOLE, BY_DEFAULT);
    }

    @Override
    public int[] pairCounts(Side side) {
        return pairs.of(side).map(PairBlock::counts).collect().stream()
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    @Override
    public Sums solve(Side side, FactorMatrix fixed, double[] gram, FactorMatrix rows) {
        HalfSweepStep step = new HalfSweepStep(side, config, pairs.blocks(side), gram, withheld);
        JavaRDD<FactorBlock> before = FactorBlock.spread(spark, rows, pairs.blocks(side));
        boolean isWhole = (long) Float.BYTES * fixed.values().length <= mostSentWhole;
        List<SolvedBlock> solved = isWhole ? whole(step, before, fixed) : inParts(step, before, fixed);
        for (SolvedBlock block : solved) {
            if (!block.mistake().isEmpty()) {
                throw new InputException(block.mistake());
            }
            rows.writeRows(
                    pairs.blocks(side).first(block.block()), FactorMatrix.of(rows.factorCount(), block.factors()));
        }
        return new Sums(
                solved.stream()
                        .flatMapToDouble(block -> Arrays.stream(block.losses()))
                        .toArray(),
                solved.stream().flatMap(block -> Arrays.stream(block.grams())).toArray(double[][]::new));
    }

    private List<SolvedBlock> whole(HalfSweepStep step, JavaRDD<FactorBlock> before, FactorMatrix fixed) {
        Broadcast<float[]> sent = spark.broadcast(fixed.values());
        List<SolvedBlock> solved = pairs.of(step.side())
                .zip(before)
                .map(block -> step.solve(block._1(), block._2(), sent.value()))
                .collect();
        sent.destroy();
        return solved;
    }

    private List<SolvedBlock> inParts(HalfSweepStep step, JavaRDD<FactorBlock> before, FactorMatrix fixed) {
        Blocks others = pairs.blocks(step.side() == Side.USER ? Side.ITEM : Side.USER);
        Shipping shipping = shippings.computeIfAbsent(
                step.side(),
                side -> Shipping.of(pairs.of(side), withheld.value().of(side).columns(), step.blocks(), others));
        return shipping.needed()
                .zip(before)
                .zip(shipping.shipped(FactorBlock.spread(spark, fixed, others), fixed.factorCount()))
                .map(block -> step.solve(block._1()._1(), block._1()._2(), block._2()))
                .collect();
    }

    /** Lets go what the machines hold of pairs. */
    @Override
    public void close() {
        shippings.values().forEach(Shipping::unpersist);
        pairs.ofItems().unpersist();
        pairs.ofUsers().unpersist();
    }
}
