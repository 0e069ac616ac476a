package dev.linger.pipeline.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    private static final double SHOWN_IN_TENTHS = 10;

    public StageRecord {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** How long it would have taken if nothing had been kept. */
    public double wholeSeconds() {
        return seconds + savedSeconds;
    }

    /** One line: name, seconds and counts. */
    String line() {
        return line(counted());
    }

    /** The same with as many of the counts as a screen has room for. */
    String shortLine() {
        List<String> shown = counted();
        while (!shown.isEmpty() && line(shown).length() > Screen.WIDTH) {
            shown = shown.subList(0, shown.size() - 1);
        }
        return line(shown);
    }

    private List<String> counted() {
        return counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .toList();
    }

    private String line(List<String> counted) {
        String saved = savedSeconds < LEAST_SAVED
                ? ""
                : String.format(
                        Locale.ROOT,
                        savedSeconds < SHOWN_IN_TENTHS ? "from cache, %.1f s saved" : "from cache, %.0f s saved",
                        savedSeconds);
        String parted = saved.isEmpty() || counted.isEmpty() ? "" : "; ";
        return String.format(
                        Locale.ROOT, "%-10s %8.1f s   %s%s%s", name, seconds, saved, parted, String.join(", ", counted))
                .stripTrailing();
    }
}
