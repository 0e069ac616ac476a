package dev.linger.candidates.als;

/**
 * The arithmetic in which ALS spends its time. There are two: {@link PlainKernels} runs everywhere, and a vectorised twin
 * where the incubating module {@value #MODULE} is. Their results differ by rounding; for each of them they are the same on
 * any number of threads.
 */
interface Kernels {
    /** What the vectorised twin needs of the Java runtime: {@code java --add-modules jdk.incubator.vector}. */
    String MODULE = "jdk.incubator.vector";

    /** What is chosen, as a log shows it: "plain", or "vectorised" with the width of a vector. */
    String description();

    /** Solves rows exactly; a thread has its own. */
    RowSolver exactSolver(int factorCount);

    /** Solves rows by a few steps of the conjugate gradient; a thread has its own. */
    RowSolver inexactSolver(int factorCount, int steps);

    /** What solves the rows of a half-sweep, as configured; a thread has its own. */
    default RowSolver rowSolver(AlsConfig config) {
        return switch (config.solver()) {
            case CHOLESKY -> exactSolver(config.factorCount());
            case CONJUGATE_GRADIENT -> inexactSolver(config.factorCount(), config.conjugateGradientSteps());
        };
    }

    /**
     * Writes {@code dots[k][at + row] = sum over the factors, in their order, of x[k][factor] * panel[factor][row]}, each
     * step a fused multiply-add; both kernels to the same bits.
     *
     * @param panel a panel of {@link FactorPanels}
     * @param rows the first rows of the panel, those that there are
     * @param at where the first row of the panel stands in {@code dots}
     */
    void dots(double[][] panel, int rows, double[][] x, double[][] dots, int at);

    /** The fastest there is here. */
    static Kernels chosen() {
        return Chosen.KERNELS;
    }

    /** Whether the runtime was started with the module, without which the vectorised classes cannot be linked. */
    static boolean canVectorise() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** The vectorised twin; only where {@link #canVectorise}. */
    static Kernels vectorised() {
        try {
            // By name: javac compiles the vectorised classes after this one, with the module this one does without.
            Class<?> kernels = Class.forName(Kernels.class.getPackageName() + ".VectorKernels");
            return (Kernels) kernels.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException damaged) {
            throw new IllegalStateException("the vectorised kernels cannot be loaded: " + damaged, damaged);
        }
    }

    /** Chosen once, when first asked for. */
    final class Chosen {
        private static final Kernels KERNELS = canVectorise() ? vectorised() : new PlainKernels();

        private Chosen() {}
    }
}
