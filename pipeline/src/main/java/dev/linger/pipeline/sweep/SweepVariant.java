package dev.linger.pipeline.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration that a sweep tries.
 *
 * @param name what the tables call it: the keys in which it differs
 * @param config path of a file, or name of a packaged configuration; empty for the defaults
 * @param settings {@code a.b=3} each, over it
 */
public record SweepVariant(String name, Optional<String> config, List<String> settings) {
    public SweepVariant {
        settings = List.copyOf(settings);
    }

    /** The same with one more setting, under the same name. */
    SweepVariant with(String setting) {
        List<String> all = new ArrayList<>(settings);
        all.add(setting);
        return new SweepVariant(name, config, all);
    }
}
