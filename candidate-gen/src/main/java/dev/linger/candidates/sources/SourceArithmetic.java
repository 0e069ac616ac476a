package dev.linger.candidates.sources;

import dev.linger.candidates.als.AlsArithmetic;

/** Which arithmetic this runtime fits sources with: the last digits of factors and scores depend on it. */
public final class SourceArithmetic {
    private SourceArithmetic() {}

    /** "plain", or for instance "vectorised, 512 bits". */
    public static String description() {
        return AlsArithmetic.description();
    }

    /** The module that Java has and was started without, and with which it is faster; empty where there is none. */
    public static String missingModule() {
        return AlsArithmetic.missingModule();
    }

    /** How to get a faster one, empty where this is the fastest. */
    public static String hint() {
        return AlsArithmetic.hint();
    }
}
