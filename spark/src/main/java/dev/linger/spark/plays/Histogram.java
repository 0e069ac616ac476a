package dev.linger.spark.plays;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each number stands among some; adds up over blocks.
 *
 * @param counts by number
 */
public record Histogram(TreeMap<Integer, Long> counts) implements Serializable {
    private static final long serialVersionUID = 1;

    /** That of some numbers. */
    public static Histogram of(int... numbers) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int number : numbers) {
            counts.merge(number, 1L, Long::sum);
        }
        return new Histogram(counts);
    }

    /** That of the numbers of both. */
    public Histogram plus(Histogram other) {
        TreeMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((number, count) -> sum.merge(number, count, Long::sum));
        return new Histogram(sum);
    }

    /** How many numbers there are. */
    public long count() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /** Their sum. */
    public long sum() {
        return counts.entrySet().stream()
                .mapToLong(of -> of.getKey() * of.getValue())
                .sum();
    }

    /**
     * The numbers at places of all of them, ascending.
     *
     * @param places from 0, which never fall
     */
    public int[] at(long... places) {
        int[] found = new int[places.length];
        int next = 0;
        long passed = 0;
        for (Map.Entry<Integer, Long> of : counts.entrySet()) {
            passed += of.getValue();
            while (next < places.length && places[next] < passed) {
                found[next++] = of.getKey();
            }
        }
        return found;
    }
}
