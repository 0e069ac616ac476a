package dev.linger.candidates.als;

/** Which arithmetic this runtime fits and scores ALS with; factors and scores of two of them differ by rounding. */
public final class AlsArithmetic {
    private AlsArithmetic() {}

    /** "plain", or for instance "vectorised, 512 bits". */
    public static String description() {
        return Kernels.chosen().description();
    }

    /** Whether vector instructions are used; they are once Java is started with {@code --add-modules} and {@link #module}. */
    public static boolean isVectorised() {
        return Kernels.canVectorise();
    }

    /** The module of the Java runtime that the vectorised arithmetic needs. */
    public static String module() {
        return Kernels.MODULE;
    }
}
