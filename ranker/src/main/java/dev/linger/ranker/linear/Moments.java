package dev.linger.ranker.linear;

import dev.linger.features.FeatureRows;
import org.ejml.data.DMatrixRMaj;

/**
 * Sums over rows that ridge regression is solved from: X'X (lower half), X'y, X'1, 1'y. Rows have few terms that are not
 * 0, so a row costs the square of those.
 */
final class Moments {
    private final int termCount;
    private final double[] products;
    private final double[] labelProducts;
    private final double[] sums;
    private double labelSum;
    private int rowCount;

    Moments(int termCount) {
        this.termCount = termCount;
        this.products = new double[termCount * termCount];
        this.labelProducts = new double[termCount];
        this.sums = new double[termCount];
    }

    /**
     * Adds the rows of a block.
     *
     * @param labels of all rows
     * @param firstRow number of the block's first row
     */
    void addRows(FeatureRows block, float[] labels, int firstRow, RowEncoding encoding) {
        int[] terms = new int[block.columns().size()];
        double[] values = new double[terms.length];
        for (int row = 0; row < block.size(); row++) {
            add(terms, values, encoding.encode(block, row, terms, values), labels[firstRow + row]);
        }
    }

    private void add(int[] terms, double[] values, int count, double label) {
        for (int a = 0; a < count; a++) {
            int line = terms[a] * termCount;
            for (int b = 0; b <= a; b++) {
                products[line + terms[b]] += values[a] * values[b];
            }
            labelProducts[terms[a]] += values[a] * label;
            sums[terms[a]] += values[a];
        }
        labelSum += label;
        rowCount++;
    }

    double labelMean() {
        return labelSum / rowCount;
    }

    double mean(int term) {
        return sums[term] / rowCount;
    }

    /** Covariance of the terms + l2 on the diagonal. */
    DMatrixRMaj covariance(double l2) {
        DMatrixRMaj covariance = new DMatrixRMaj(termCount, termCount);
        for (int a = 0; a < termCount; a++) {
            for (int b = 0; b <= a; b++) {
                double value = products[a * termCount + b] / rowCount - mean(a) * mean(b) + (a == b ? l2 : 0);
                covariance.set(a, b, value);
                covariance.set(b, a, value);
            }
        }
        return covariance;
    }

    /** Covariance of the terms with the label. */
    DMatrixRMaj labelCovariance() {
        DMatrixRMaj covariance = new DMatrixRMaj(termCount, 1);
        for (int term = 0; term < termCount; term++) {
            covariance.set(term, 0, labelProducts[term] / rowCount - mean(term) * labelMean());
        }
        return covariance;
    }
}
