package dev.linger.spark.als;

import dev.linger.candidates.NearBlock;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.candidates.als.HalfSweeps;
import dev.linger.candidates.als.RowBlock;
import dev.linger.data.InputException;
import dev.linger.data.Workers;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Blocks;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * One half-sweep as every machine is told of it.
 *
 * @param blocks how the rows of the side are cut
 * @param gram of the factors of the other side, full and row-major d x d
 */
record HalfSweepStep(
        HalfSweeps.Side side, SentConfig config, Blocks blocks, double[] gram, Broadcast<Withheld> withheld)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Solves the rows of a block.
     *
     * @param fixed factors of all rows of the other side
     */
    SolvedBlock solve(PairBlock pairs, FactorBlock before, float[] fixed) {
        return solve(pairs, before, fixed, withheld(pairs.block()));
    }

    /**
     * The same with those rows of the other side alone that the block needs.
     *
     * @param fixed factors of the needed rows
     */
    SolvedBlock solve(NeededRows needed, FactorBlock before, float[] fixed) {
        PairBlock pairs = needed.pairs();
        return solve(pairs, before, fixed, needed.numbered(withheld(pairs.block())));
    }

    private NearBlock withheld(int block) {
        int from = blocks.first(block);
        return withheld.value().of(side).near(from, from + blocks.rowsOf(block));
    }

    private SolvedBlock solve(PairBlock pairs, FactorBlock before, float[] fixed, NearBlock near) {
        AlsConfig als = SparkPlan.of(config.value()).als();
        FactorMatrix others = FactorMatrix.of(als.factorCount(), fixed);
        FactorMatrix rows = FactorMatrix.of(als.factorCount(), before.values().clone()); // a block may be solved twice
        RowBlock block = new RowBlock(side, blocks.first(pairs.block()), pairs.rows(others.rowCount()), near);
        try {
            HalfSweeps.Sums sums = block.solve(als, others, gram, rows, Workers.ofCaller());
            return new SolvedBlock(pairs.block(), rows.values(), sums.losses(), sums.grams(), "");
        } catch (InputException noSolution) {
            return SolvedBlock.refused(pairs.block(), String.valueOf(noSolution.getMessage()));
        }
    }
}
