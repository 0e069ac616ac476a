package dev.linger.pipeline.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a stage did.
 *
 * @param name the stage
 * @param seconds how long it took, to the millisecond
 * @param savedSeconds how much longer it would have taken without values that earlier runs kept
 * @param peakHeapMiB heap in use after a collection, at most: what it held, and what garbage the collection left
 * @param peakResidentMiB peak resident size of the process up to its end, where the system tells
 * @param counts what it counted, in its order
 */
public record StageRecord(
        String name,
        double seconds,
        double savedSeconds,
        long peakHeapMiB,
        Optional<Long> peakResidentMiB,
        Map<String, Long> counts) {
    private static final double LEAST_SAVED = 0.05;

    public StageRecord {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** How long it would have taken if nothing had been kept. */
    public double wholeSeconds() {
        return seconds + savedSeconds;
    }

    /** One line: name, seconds and counts. */
    String line() {
        String counted = counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
        String saved = savedSeconds < LEAST_SAVED
                ? ""
                : String.format(
                        Locale.ROOT,
                        savedSeconds < 10 ? "from cache, %.1f s saved; " : "from cache, %.0f s saved; ",
                        savedSeconds);
        return String.format(Locale.ROOT, "%-10s %8.1f s   %s%s", name, seconds, saved, counted)
                .stripTrailing();
    }
}
