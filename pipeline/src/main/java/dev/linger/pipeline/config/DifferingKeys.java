package dev.linger.pipeline.config;

import dev.linger.data.config.FlatRecords;
import java.util.List;
import java.util.stream.Collectors;

/** The keys in which one of several configuration blocks differs from any other, {@code "leaves=31 rounds=200"}. */
public final class DifferingKeys {
    private DifferingKeys() {}

    /**
     * The keys of one of the blocks.
     *
     * @param family the interface that the blocks are of
     * @param blocks at least one
     * @param at which of them
     */
    public static <T> String of(Class<T> family, List<? extends T> blocks, int at) {
        List<List<String>> lines = blocks.stream()
                .map(block -> FlatRecords.write(family, family.cast(block), LingerConfig.types()))
                .toList();
        return lines.get(at).stream()
                .filter(line -> !lines.stream().allMatch(other -> other.contains(line)))
                .collect(Collectors.joining(" "));
    }
}
