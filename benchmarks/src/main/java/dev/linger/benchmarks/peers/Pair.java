package dev.linger.benchmarks.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a work, measured by turns.
 *
 * @param work what they do
 * @param linger Linger's side
 * @param peer the other one; null where it is not installed
 */
record Pair(Work work, Side linger, @Nullable Side peer) {
    static Pair of(Work work, Path folder) {
        Path input = work.input().folder(folder);
        return new Pair(
                work,
                Side.of("Linger", work.linger(), input, work.timed()),
                work.peer().isThere() ? Side.of(work.peer().name(), work.peer().command(), input, work.timed()) : null);
    }

    /** One after the other, so that what disturbs the machine for a while disturbs both. */
    void repeat(Path output) {
        sides().forEach(side -> side.repeat(output));
    }

    List<Side> sides() {
        return peer == null ? List.of(linger) : List.of(linger, peer);
    }

    Stream<String> failures() {
        return sides().stream().flatMap(side -> side.failures().stream()).map(failure -> work.name() + ": " + failure);
    }
}
