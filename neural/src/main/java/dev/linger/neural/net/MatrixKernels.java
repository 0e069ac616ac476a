package dev.linger.neural.net;

/**
 * The arithmetic in which networks spend their time. There are two, equal to the last bit: every sum is made of fused
 * multiply-adds in one order, so a network trained by {@link PlainMatrixKernels} is the one trained by vector instructions.
 */
public interface MatrixKernels {
    /** What the vectorised twin needs of the Java runtime: {@code java --add-modules jdk.incubator.vector}. */
    String MODULE = "jdk.incubator.vector";

    /**
     * {@code c[i][j] += sum over x = 0..k-1, in this order, of a[i][x] * b[x][j]}, each step a fused multiply-add; c is m x n.
     *
     * @param a holds {@code a[i][x]} at {@code aAt + i * aRow + x * aColumn}, so that a matrix may be read transposed
     * @param b holds {@code b[x][j]} at {@code bAt + x * bRow + j}
     * @param c holds {@code c[i][j]} at {@code cAt + i * cRow + j}
     */
    void multiplyAdd(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int m,
            int k,
            int n);

    /** The fastest there is here. */
    static MatrixKernels chosen() {
        return Chosen.KERNELS;
    }

    /** Whether the runtime was started with the module, without which the vectorised classes cannot be linked. */
    static boolean canVectorise() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** The vectorised twin; only where {@link #canVectorise}. */
    static MatrixKernels vectorised() {
        try {
            // By name: javac compiles the vectorised class after this one, with the module this one does without.
            Class<?> kernels = Class.forName(MatrixKernels.class.getPackageName() + ".VectorMatrixKernels");
            return (MatrixKernels) kernels.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException damaged) {
            throw new IllegalStateException("the vectorised kernels cannot be loaded: " + damaged, damaged);
        }
    }

    /** Chosen once, when first asked for. */
    final class Chosen {
        private static final MatrixKernels KERNELS = canVectorise() ? vectorised() : new PlainMatrixKernels();

        private Chosen() {}
    }
}
