package dev.linger.ranker.linear;

import dev.linger.data.InputException;
import dev.linger.data.Workers;
import dev.linger.ranker.LinearConfig;
import dev.linger.ranker.TrainingSet;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression with a free intercept: the weights w solve {@code (C + l2 I) w = c} with C the covariance of the terms
 * and c theirs with the label, over n.
 *
 * @param threads how many threads may be used; the model does not depend on it
 */
public record LinearTrainer(int threads) {
    /** Into how many blocks rows are cut at most: each needs sums of its own. */
    private static final int MAX_BLOCKS = 16;

    private static final int MIN_BLOCK_SIZE = 4096;

    public LinearRanker train(LinearConfig config, TrainingSet train) {
        RowEncoding encoding = RowEncoding.of(train.rows(), config.maxLevels());
        Moments moments = moments(train, encoding);
        double[] weights = solve(config.l2(), moments, encoding.termCount());
        double intercept = moments.labelMean();
        for (int term = 0; term < weights.length; term++) {
            intercept -= weights[term] * moments.mean(term);
        }
        return new LinearRanker(train.rows().columns(), encoding, intercept, weights);
    }

    private Moments moments(TrainingSet train, RowEncoding encoding) {
        int blockSize = Math.max(MIN_BLOCK_SIZE, Workers.blockCount(train.size(), MAX_BLOCKS));
        Moments[] ofBlock = new Moments[Workers.blockCount(train.size(), blockSize)];
        try (Workers workers = new Workers(threads)) {
            workers.forBlocks(train.size(), blockSize, (from, to) -> {
                Moments moments = new Moments(encoding.termCount());
                moments.addRows(train, encoding, from, to);
                ofBlock[from / blockSize] = moments;
            });
        }
        Moments total = new Moments(encoding.termCount());
        for (Moments moments : ofBlock) {
            total.add(moments);
        }
        return total;
    }

    private static double[] solve(double l2, Moments moments, int termCount) {
        DMatrixRMaj weights = new DMatrixRMaj(termCount, 1);
        if (termCount > 0) {
            LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(termCount);
            if (!cholesky.setA(moments.covariance(l2))) {
                throw new InputException("linear: the covariance of " + termCount
                        + " terms is not positive definite with l2 = " + l2 + "; raise l2");
            }
            cholesky.solve(moments.labelCovariance(), weights);
        }
        return weights.getData();
    }
}
