package dev.linger.data.config;

import java.util.List;
import java.util.Optional;

/**
 * Settings of one thing, of which a run chooses one. In a configuration it is the block of the thing with two more keys:
 * {@code name}, and {@code settings}, a list of blocks that say what differs from the rest; without it there is one
 * setting, the block itself:
 *
 * <pre>
 * {"type": "als", "factorCount": 32, "settings": [{"unobservedWeight": 0.05}, {"unobservedWeight": 10}]}
 * </pre>
 *
 * {@code grid} is a short form of {@code settings} that has every combination of some values: {@code "grid":
 * {"factorCount": [32, 64], "regularization": [10, 30, 90]}}.
 *
 * @param name how tables call it; empty for its type
 * @param settings at least one, all of the same record
 */
public record Alternatives<T>(Optional<String> name, List<T> settings) {
    /** The key of {@link #name}; no record in question may have a component of this name. */
    public static final String NAME = "name";

    /** The key of {@link #settings}; likewise. */
    public static final String SETTINGS = "settings";

    /** The key of the short form of {@link #settings}; likewise. */
    public static final String GRID = "grid";

    public Alternatives {
        settings = List.copyOf(settings);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("settings must hold at least one block");
        }
        if (settings.stream().map(Object::getClass).distinct().count() > 1) {
            throw new IllegalArgumentException("settings must be of one type but were " + settings);
        }
    }

    /** One setting without a name. */
    public static <T> Alternatives<T> only(T setting) {
        return new Alternatives<>(Optional.empty(), List.of(setting));
    }

    /**
     * Refuses a record whose keys would be taken for those of the alternatives.
     *
     * @throws IllegalArgumentException where it has a component of such a name
     */
    public static void check(Class<?> record) {
        RecordShape.of(record).refuse(List.of(NAME, SETTINGS, GRID), "the alternatives of a block");
    }
}
