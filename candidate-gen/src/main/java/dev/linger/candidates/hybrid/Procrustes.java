package dev.linger.candidates.hybrid;

import dev.linger.candidates.Embeddings;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The orthogonal map that brings embeddings nearest to others of the same users and items. With the vectors that both know as the
 * rows of X and Y, {@code |X Q - Y|^2} is least for {@code Q = U V'}, where {@code X' Y = U S V'}.
 *
 * <p>Source: Schönemann, "A generalized solution of the orthogonal Procrustes problem", Psychometrika 31, 1966.
 */
final class Procrustes {
    private Procrustes() {}

    /** Q, width x width and row-major: {@code x Q} is near the vector that {@code to} has for the same user or item. */
    static double[] rotation(Embeddings from, Embeddings to) {
        int width = from.width();
        if (to.width() != width) {
            throw new IllegalArgumentException("vectors of " + width + " and of " + to.width() + " numbers");
        }
        double[] products = new double[Math.multiplyExact(width, width)];
        double[] x = new double[width];
        double[] y = new double[width];
        for (int item = 0; item < from.itemCount(); item++) {
            if (from.item(item, x, 0) && to.item(item, y, 0)) {
                PrincipalAxes.addProducts(x, y, products);
            }
        }
        for (int user = 0; user < from.userCount(); user++) {
            if (from.user(user, x, 0) && to.user(user, y, 0)) {
                PrincipalAxes.addProducts(x, y, products);
            }
        }
        return polar(products, width);
    }

    /** {@code U V'} of a matrix {@code U S V'}. */
    private static double[] polar(double[] matrix, int width) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(width, width, true, true, true);
        if (!svd.decompose(DMatrixRMaj.wrap(width, width, matrix))) {
            throw new ArithmeticException("the products of " + width + " numbers have no decomposition");
        }
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        double[] rotation = new double[width * width];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < width; y++) {
                for (int k = 0; k < width; k++) {
                    rotation[x * width + y] += u.get(x, k) * v.get(y, k);
                }
            }
        }
        return rotation;
    }
}
