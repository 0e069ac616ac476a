package dev.linger.pipeline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A data set that can be generated. */
public enum Preset {
    /** A few hundred users with plain tastes, for a first look at the stages one by one. */
    TOPICS,
    /** A small feed with every file, trap and shape of the real one. */
    DEMO;

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Preset::label).toList();
    }
}
