package dev.linger.candidates.hybrid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The directions in which vectors differ most: of the covariance {@code C = 1/n sum (x - mean)(x - mean)'} the eigenvectors of the
 * largest eigenvalues, as few as keep a share of their sum. C is symmetric and has no negative eigenvalue, so its singular vectors
 * are these. The largest number of each is positive.
 *
 * @param mean of the vectors
 * @param axes width x kept, row-major
 * @param kept how many there are
 * @param share of the variance that they keep; 1 where there is none
 */
record PrincipalAxes(double[] mean, double[] axes, int kept, double share) {
    /** Vectors, of which some are not known. */
    @FunctionalInterface
    interface Vectors {
        /** Writes one; false where it is not known. */
        boolean read(int row, double[] into);
    }

    /**
     * The axes of the known ones of some vectors.
     *
     * @param share of the variance that is kept, unless more than {@code most} axes would be needed
     */
    static PrincipalAxes of(int count, int width, Vectors vectors, double share, int most) {
        double[] mean = mean(count, width, vectors);
        double[] covariance = covariance(count, mean, vectors);
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(width, width, true, false, true);
        if (!svd.decompose(DMatrixRMaj.wrap(width, width, covariance))) {
            throw new ArithmeticException("the covariance of " + width + " numbers has no decomposition");
        }
        double[] variance = Arrays.copyOf(svd.getSingularValues(), width);
        int[] order = IntStream.range(0, width)
                .boxed()
                .sorted(Comparator.comparingDouble(axis -> -variance[axis]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = Arrays.stream(variance).sum();
        int kept = 0;
        double sum = 0;
        while (kept < Math.min(most, width) && sum < share * total) {
            sum += variance[order[kept++]];
        }
        return new PrincipalAxes(mean, columns(svd.getU(null, false), order, kept), kept, total > 0 ? sum / total : 1);
    }

    private static double[] mean(int count, int width, Vectors vectors) {
        double[] vector = new double[width];
        double[] mean = new double[width];
        int known = 0;
        for (int row = 0; row < count; row++) {
            if (vectors.read(row, vector)) {
                known++;
                for (int x = 0; x < width; x++) {
                    mean[x] += vector[x];
                }
            }
        }
        for (int x = 0; x < width; x++) {
            mean[x] /= Math.max(1, known);
        }
        return mean;
    }

    private static double[] covariance(int count, double[] mean, Vectors vectors) {
        int width = mean.length;
        double[] vector = new double[width];
        double[] sums = new double[Math.multiplyExact(width, width)];
        int known = 0;
        for (int row = 0; row < count; row++) {
            if (vectors.read(row, vector)) {
                known++;
                for (int x = 0; x < width; x++) {
                    vector[x] -= mean[x];
                }
                addProducts(vector, vector, sums);
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= Math.max(1, known);
        }
        return sums;
    }

    /** Adds {@code left right'}. */
    static void addProducts(double[] left, double[] right, double[] sums) {
        for (int x = 0; x < left.length; x++) {
            for (int y = 0; y < right.length; y++) {
                sums[x * right.length + y] += left[x] * right[y];
            }
        }
    }

    /** Some columns of a matrix, each with its largest number positive. */
    private static double[] columns(DMatrixRMaj matrix, int[] order, int kept) {
        int width = matrix.getNumRows();
        double[] columns = new double[width * kept];
        for (int axis = 0; axis < kept; axis++) {
            double largest = 0;
            for (int x = 0; x < width; x++) {
                double value = matrix.get(x, order[axis]);
                largest = Math.abs(value) > Math.abs(largest) ? value : largest;
            }
            for (int x = 0; x < width; x++) {
                columns[x * kept + axis] = Math.signum(largest) * matrix.get(x, order[axis]);
            }
        }
        return columns;
    }

    /** Coordinates of vectors that are turned first: {@code (x rotation - mean) axes}. */
    Projection after(double[] rotation) {
        int width = mean.length;
        double[] matrix = new double[width * kept];
        double[] offset = new double[kept];
        for (int axis = 0; axis < kept; axis++) {
            for (int x = 0; x < width; x++) {
                offset[axis] += mean[x] * axes[x * kept + axis];
                double sum = 0;
                for (int y = 0; y < width; y++) {
                    sum += rotation[x * width + y] * axes[y * kept + axis];
                }
                matrix[x * kept + axis] = sum;
            }
        }
        return new Projection(matrix, offset, share);
    }
}
