package dev.linger.candidates.als;

/** Which arithmetic this runtime fits and scores ALS with; factors and scores of two of them differ by rounding. */
public final class AlsArithmetic {
    private AlsArithmetic() {}

    /** "plain", or for instance "vectorised, 512 bits". */
    public static String description() {
        return Kernels.chosen().description();
    }

    /** How to get vector instructions, empty where they are used. */
    public static String hint() {
        return Kernels.canVectorise()
                ? ""
                : "bin/linger runs ALS about 4 times as fast, with --add-modules " + Kernels.MODULE;
    }
}
