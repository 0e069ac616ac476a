package dev.linger.candidates.als;

import java.lang.module.ModuleFinder;

/** Which arithmetic this runtime fits and scores ALS with; factors and scores of two of them differ by rounding. */
public final class AlsArithmetic {
    private AlsArithmetic() {}

    /** "plain", or for instance "vectorised, 512 bits". */
    public static String description() {
        return Kernels.chosen().description();
    }

    /** {@value Kernels#MODULE} where Java has it and was started without; else empty. */
    public static String missingModule() {
        return Kernels.canVectorise()
                        || ModuleFinder.ofSystem().find(Kernels.MODULE).isEmpty()
                ? ""
                : Kernels.MODULE;
    }

    /** How to get vector instructions, empty where they are used. */
    public static String hint() {
        return Kernels.canVectorise() ? "" : "ALS is about 4 times as fast with java --add-modules " + Kernels.MODULE;
    }
}
