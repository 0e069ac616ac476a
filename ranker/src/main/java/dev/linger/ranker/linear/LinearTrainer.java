package dev.linger.ranker.linear;

import dev.linger.data.InputException;
import dev.linger.ranker.TrainedColumns;
import dev.linger.ranker.TrainingSet;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression with a free intercept: the weights w solve {@code (C + l2 I) w = c} with C the covariance of the terms
 * and c theirs with the label, over n. Reads the rows twice: for the encoding, then for the sums.
 */
public final class LinearTrainer {
    private LinearTrainer() {}

    public static LinearRanker train(LinearConfig config, TrainingSet train) {
        RowEncoding encoding = RowEncoding.of(train.rows(), config.maxLevels());
        Moments moments = new Moments(encoding.termCount());
        train.rows().forEachBlock((firstRow, block) -> moments.addRows(block, train.label(), firstRow, encoding));
        double[] weights = solve(config.l2(), moments, encoding.termCount());
        double intercept = moments.labelMean();
        for (int term = 0; term < weights.length; term++) {
            intercept -= weights[term] * moments.mean(term);
        }
        return new LinearRanker(new TrainedColumns(train.rows().columns()), encoding, intercept, weights);
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
