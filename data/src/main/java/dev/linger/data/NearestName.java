package dev.linger.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The allowed name that a misspelt one most likely meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * The allowed name with the fewest slips, the first in alphabetical order among equals; none where more than a third
     * of the letters (at least two) would have to change.
     */
    public static Optional<String> of(String name, Collection<String> allowed) {
        return allowed.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .filter(candidate -> distance(name, candidate) < Math.max(name.length(), candidate.length()))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code "; did you mean x?"}, or nothing where no allowed name is near. */
    public static String hint(String name, Collection<String> allowed) {
        return of(name, allowed)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /**
     * Number of letters inserted, deleted, replaced or swapped with their neighbour that lead from one name to the other,
     * no letter edited twice (optimal string alignment: Damerau, CACM 1964).
     */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
