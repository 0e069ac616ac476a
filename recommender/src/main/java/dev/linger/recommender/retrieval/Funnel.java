package dev.linger.recommender.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * How many videos might have been recommended to a user, and what left out how many.
 *
 * @param videos how many there are
 * @param leftOut what leaves some out, in the order in which they are counted
 */
public record Funnel(int videos, List<Step> leftOut) {
    /** What a request leaves out beside the filters of the model. */
    public static final String BLOCKED = "blocked";

    private static final String UNKNOWN = "not known yet";
    private static final String SEEN = "seen";

    public Funnel {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * What leaves videos out.
     *
     * @param by a filter's type, "not known yet", "seen", which counts those that the request excludes too, or "blocked"
     * @param videos how many it leaves out that nothing before it does
     */
    public record Step(String by, int videos) {}

    /** @param leftOut those not known, those seen, then for each filter */
    static Funnel of(int videos, List<String> filterNames, int[] leftOut) {
        List<String> names = new ArrayList<>(List.of(UNKNOWN, SEEN));
        names.addAll(filterNames);
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < leftOut.length; step++) {
            steps.add(new Step(names.get(step), leftOut[step]));
        }
        return new Funnel(videos, steps);
    }

    /** How many are left. */
    public int left() {
        return videos - leftOut.stream().mapToInt(Step::videos).sum();
    }
}
