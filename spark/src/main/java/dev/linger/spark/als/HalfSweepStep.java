package dev.linger.spark.als;

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
 * @param fixed factors of the other side, row-major
 * @param gram of these, full and row-major d x d
 * @param before factors of the side
 */
record HalfSweepStep(
        HalfSweeps.Side side,
        SentConfig config,
        Blocks blocks,
        Broadcast<float[]> fixed,
        double[] gram,
        Broadcast<float[]> before,
        Broadcast<Withheld> withheld)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** Solves the rows of a block. */
    SolvedBlock solve(PairBlock pairs) {
        AlsConfig als = SparkPlan.of(config.value()).als();
        int from = blocks.first(pairs.block());
        int to = from + blocks.rowsOf(pairs.block());
        FactorMatrix others = FactorMatrix.of(als.factorCount(), fixed.value());
        FactorMatrix rows = FactorMatrix.of(als.factorCount(), before.value()).rows(from, to);
        RowBlock block = new RowBlock(
                side,
                from,
                pairs.rows(others.rowCount()),
                withheld.value().of(side).near(from, to));
        try {
            HalfSweeps.Sums sums = block.solve(als, others, gram, rows, Workers.ofCaller());
            return new SolvedBlock(pairs.block(), rows.values(), sums.losses(), sums.grams(), "");
        } catch (InputException noSolution) {
            return SolvedBlock.refused(pairs.block(), String.valueOf(noSolution.getMessage()));
        }
    }
}
