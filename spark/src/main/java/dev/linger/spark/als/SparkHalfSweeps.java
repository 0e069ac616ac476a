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
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Half-sweeps in the partitions of Spark, a block of rows each. Factors are sent to every machine once after they were
 * solved; what comes back is added in the order of blocks, so the factors are those of one machine, bit for bit.
 */
public final class SparkHalfSweeps implements HalfSweeps, AutoCloseable {
    private final JavaSparkContext spark;
    private final SentConfig config;
    private final Pairs pairs;
    private final Broadcast<Withheld> withheld;
    private final Map<Side, Broadcast<float[]>> sent = new EnumMap<>(Side.class);

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
    }

    @Override
    public int[] pairCounts(Side side) {
        return pairs.of(side).map(PairBlock::counts).collect().stream()
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    @Override
    public Sums solve(Side side, FactorMatrix fixed, double[] gram, FactorMatrix rows) {
        Side other = side == Side.USER ? Side.ITEM : Side.USER;
        HalfSweepStep step = new HalfSweepStep(
                side,
                config,
                pairs.blocks(side),
                sent.computeIfAbsent(other, of -> spark.broadcast(fixed.values())),
                gram,
                sent.computeIfAbsent(side, of -> spark.broadcast(rows.values())),
                withheld);
        List<SolvedBlock> solved = pairs.of(side).map(step::solve).collect();
        Objects.requireNonNull(sent.remove(side)).destroy();
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

    /** Lets go what the machines hold of pairs and factors. */
    @Override
    public void close() {
        sent.values().forEach(Broadcast::destroy);
        sent.clear();
        pairs.ofItems().unpersist();
        pairs.ofUsers().unpersist();
    }
}
